import { ApiError } from '#api/errors.ts';
import { sameValue } from '#data/ingest/same-value.ts';
import type { Change, LogEntry } from '#data/store/port.ts';

/** Whether changes are those of an entry: the same records, based on the same revisions, with the same outcome. */
export function sameChanges(entry: LogEntry, changes: readonly Change[]): boolean {
  return (
    entry.changes.length === changes.length &&
    entry.changes.every(({ kind, id, ifRevision, after }, at) =>
      sameValue({ kind, id, ifRevision, after }, changes[at]),
    )
  );
}

/** An operation that is there already, of another change. */
export function operationRepeated({ operation, revision }: LogEntry): ApiError {
  return new ApiError(
    'OPERATION_REPEATED',
    `The Idempotency-Key ${JSON.stringify(operation)} was used before, for another change (revision ${revision}).`,
    'A key of its own for each change.',
  );
}
