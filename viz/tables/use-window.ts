import { type RefObject, useEffect, useState } from 'react';

/** All rows are drawn up to so many. */
const allUpTo = 200;
const rowHeight = 45;
const margin = 12;

export interface RowWindow {
  readonly first: number;
  readonly end: number;
  /** Heights that stand for the rows left out. */
  readonly above: number;
  readonly below: number;
}

/** Which rows of a long table are drawn: those in the window and a few round them. */
export function useWindow(body: RefObject<HTMLElement | null>, count: number): RowWindow {
  const [top, setTop] = useState(0);
  const long = count > allUpTo;
  useEffect(() => {
    if (!long) return;
    const look = () => setTop(Math.max(0, -(body.current?.getBoundingClientRect().top ?? 0)));
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [body, long]);
  if (!long) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - margin));
  const end = Math.min(count, first + Math.ceil(innerHeight / rowHeight) + 2 * margin);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
