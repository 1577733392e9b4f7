import { useEffect } from 'react';

/** The window's title: what is shown, then the network, then Weft. */
export function useTitle(...parts: readonly string[]): void {
  const title = [...parts, 'Weft'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
