import type { LogEntry, RecordBody, RecordId, Stored } from '#data/store/port.ts';

/**
 * The records as they were known at a revision: the present ones, with the log undone from its end.
 *
 * Input    present: the current records in order; newest first: the entries after that revision.
 * Output   the records then, in the order of `present`, what has been removed since at the end.
 * Cost     O(records + changes undone)
 */
export async function rewind(
  present: Iterable<Stored>,
  newestFirst: AsyncIterable<LogEntry> | Iterable<LogEntry>,
): Promise<Stored[]> {
  const state = new Map<RecordId, Stored>();
  for (const stored of present) state.set(stored.id, stored);
  for await (const entry of newestFirst) {
    for (const change of entry.changes.toReversed()) {
      if (change.before) {
        state.set(change.id, {
          ...change,
          revision: change.ifRevision ?? 0,
          body: change.before satisfies RecordBody,
        });
      } else state.delete(change.id);
    }
  }
  return [...state.values()].map(({ kind, id, revision, body }) => ({ kind, id, revision, body }));
}
