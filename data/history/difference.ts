import type { Kind } from '#data/model/define-record.ts';
import type { LogEntry, RecordBody, RecordId } from '#data/store/port.ts';

/** What became of one record between two revisions; null: not there. */
export interface Difference {
  readonly kind: Kind;
  readonly id: RecordId;
  readonly before: RecordBody | null;
  readonly after: RecordBody | null;
}

/** Records that differ between two revisions, from the entries in between, in the order of their first change. */
export function difference(entries: Iterable<LogEntry>): Difference[] {
  const changed = new Map<RecordId, Difference>();
  for (const entry of entries) {
    for (const { kind, id, before, after } of entry.changes) {
      const earlier = changed.get(id);
      changed.set(id, { kind, id, before: earlier ? earlier.before : before, after });
    }
  }
  return [...changed.values()].filter(
    ({ before, after }) => JSON.stringify(before) !== JSON.stringify(after),
  );
}
