import type { Change, LogEntry } from '#data/store/port.ts';

/**
 * The changes that take an entry back: a change set like any other, based on the revision that the entry made, so that
 * what has changed since conflicts.
 */
export function undo(entry: LogEntry): Change[] {
  return entry.changes.toReversed().map(({ kind, id, before, after }) => ({
    kind,
    id,
    ifRevision: after === null ? null : entry.revision,
    after: before,
  }));
}
