import type { ChangeSet, LogEntry, RecordId, Stored } from '#data/store/port.ts';

/** The records that a log leads to, from the empty network: each in the place of its first creation. */
export function replay(entries: Iterable<LogEntry | (ChangeSet & { readonly revision: number })>): Stored[] {
  const state = new Map<RecordId, Stored | null>();
  for (const { revision, changes } of entries) {
    for (const { kind, id, after } of changes) {
      state.set(id, after && { kind, id, revision, body: after });
    }
  }
  return [...state.values()].filter((stored) => stored !== null);
}

/** What was committed to make the entry: the same change set again, on another store. */
export function changeSetOf({ operation, author, at, reason, changes }: LogEntry): ChangeSet {
  return {
    operation,
    author,
    at,
    ...(reason === undefined ? {} : { reason }),
    changes: changes.map(({ kind, id, ifRevision, after }) => ({ kind, id, ifRevision, after })),
  };
}
