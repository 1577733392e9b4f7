import { useEffect, useState } from 'react';

/** Whether something has lasted for so long: what is over sooner needs no words of its own. */
export function useLate(lasting: boolean, ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!lasting) return;
    const timer = setTimeout(() => setLate(true), ms);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [lasting, ms]);
  return lasting && late;
}
