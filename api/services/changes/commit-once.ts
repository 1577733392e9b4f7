import { ApiError } from '#api/errors.ts';
import { checkLinks } from '#api/services/changes/check-links.ts';
import { checkRecords } from '#api/services/changes/check-records.ts';
import { newId } from '#data/store/uuid-v7.ts';
import type { Change, Committed, LogEntry, NetworkStore } from '#data/store/port.ts';

/** What a change is committed as. */
export interface Commission {
  /** The Idempotency-Key; null: a word of our own. */
  readonly operation: string | null;
  readonly author?: string | undefined;
  readonly reason?: string | undefined;
}

export interface CommittedOnce extends Committed {
  /** What the log holds of an earlier commit of the same operation. */
  readonly earlier: LogEntry | null;
}

/**
 * Commits changes under their operation id. One that was committed before is answered from the log, when it was the
 * same change (an id that Weft gave aside).
 *
 * Errors   those of NetworkStore.commit, RECORD_NOT_VALID with every field, LINK_NOT_FOUND, OPERATION_REPEATED
 */
export async function commitOnce(
  network: NetworkStore,
  changes: readonly Change[],
  { operation, author, reason }: Commission,
): Promise<CommittedOnce> {
  checkRecords(changes);
  await checkLinks(network, changes);
  const committed = await network.commit({
    operation: operation ?? newId(),
    author: { name: author ?? 'api' },
    at: new Date().toISOString(),
    ...(reason === undefined ? {} : { reason }),
    changes,
  });
  if (!committed.repeated) return { ...committed, earlier: null };
  const [earlier] = await network.log(committed.revision - 1, 1);
  if (!earlier || !sameRecords(earlier, changes)) {
    throw new ApiError(
      'OPERATION_REPEATED',
      `The Idempotency-Key ${JSON.stringify(operation)} was used before, for another change (revision ${committed.revision}).`,
      'A key of its own for each change.',
    );
  }
  return { ...committed, earlier };
}

/** Whether the entry changed records of the same kinds in the same way; new records may have got other ids. */
function sameRecords(entry: LogEntry, changes: readonly Change[]): boolean {
  return (
    entry.changes.length === changes.length &&
    entry.changes.every((logged, at) => {
      const change = changes[at];
      if (!change || logged.kind !== change.kind) return false;
      if ((logged.after === null) !== (change.after === null)) return false;
      if (change.ifRevision !== null) return logged.id === change.id;
      return logged.ifRevision === null && withoutId(logged.after) === withoutId(change.after);
    })
  );
}

function withoutId(body: Readonly<Record<string, unknown>> | null): string {
  const fields = Object.entries(body ?? {}).filter(([name]) => name !== 'id');
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
