import { useSyncExternalStore } from 'react';

/** Something that was done on this screen, and the revision by which it can be taken back. */
export interface Act {
  readonly revision: number;
  /** "Valley Homes is saved." */
  readonly words: string;
}

/** What was done and what was taken back, the last at the end. */
export interface Acts {
  readonly done: readonly Act[];
  readonly undone: readonly Act[];
  /** What the strip says; null: it is closed. */
  readonly said: string | null;
}

const nothing: Acts = { done: [], undone: [], said: null };
const byNetwork = new Map<string, Acts>();
const listeners = new Set<() => void>();

function set(network: string, acts: Acts): void {
  byNetwork.set(network, acts);
  for (const listener of [...listeners]) listener();
}

export function actsOf(network: string): Acts {
  return byNetwork.get(network) ?? nothing;
}

/** Something new was done: what had been taken back cannot be done again. */
export function did(network: string, act: Act): void {
  set(network, { done: [...actsOf(network).done, act], undone: [], said: act.words });
}

/** The last act was taken back by a revision, which is how it is done again. */
export function tookBack(network: string, revision: number): void {
  const { done, undone } = actsOf(network);
  const last = done.at(-1);
  if (last === undefined) return;
  const act = { ...last, revision };
  set(network, { done: done.slice(0, -1), undone: [...undone, act], said: 'Taken back.' });
}

/** The last act that was taken back was done again by a revision. */
export function didAgain(network: string, revision: number): void {
  const { done, undone } = actsOf(network);
  const last = undone.at(-1);
  if (last === undefined) return;
  set(network, { done: [...done, { ...last, revision }], undone: undone.slice(0, -1), said: 'Done again.' });
}

/** Says something in the strip, or closes it. */
export function sayActs(network: string, said: string | null): void {
  set(network, { ...actsOf(network), said });
}

export function useActs(network: string): Acts {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => actsOf(network),
  );
}
