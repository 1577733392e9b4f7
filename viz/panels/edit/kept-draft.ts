import type { Draft } from '#viz/panels/edit/draft.ts';

/** A form that was begun and not saved, as this browser keeps it. */
export interface KeptDraft {
  readonly draft: Draft;
  /** What it was begun from, and its revision; null: a new record. */
  readonly base: Draft | null;
  readonly revision: number | null;
  readonly at: string;
}

const keyOf = (network: string, kind: string, id: string): string => `weft.draft ${network} ${kind} ${id}`;

export function keptDraft(network: string, kind: string, id: string): KeptDraft | null {
  const text = localStorage.getItem(keyOf(network, kind, id));
  if (text === null) return null;
  try {
    return JSON.parse(text) as KeptDraft;
  } catch {
    // What is no draft helps nobody.
    localStorage.removeItem(keyOf(network, kind, id));
    return null;
  }
}

export function keepDraft(network: string, kind: string, id: string, kept: KeptDraft): void {
  try {
    localStorage.setItem(keyOf(network, kind, id), JSON.stringify(kept));
  } catch {
    // A browser whose store is full keeps no draft; the form on screen still holds it.
  }
}

export function dropDraft(network: string, kind: string, id: string): void {
  localStorage.removeItem(keyOf(network, kind, id));
}
