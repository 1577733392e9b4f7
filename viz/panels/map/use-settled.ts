import { useEffect, useState } from 'react';

/** A value once it has not changed for a while; at once when `atOnce` holds. */
export function useSettled<T>(value: T, milliseconds: number, atOnce: boolean): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), atOnce ? 0 : milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds, atOnce]);
  return settled;
}
