import { AppError } from '#analysis/errors.ts';
import { checkLinks } from '#api/services/changes/check-links.ts';
import { checkRecords } from '#api/services/changes/check-records.ts';
import { operationRepeated, sameChanges } from '#api/services/changes/repeated.ts';
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
 * What a request comes to: now (null), or on what the records were before an earlier commit of the same operation,
 * which tells whether it was the same request.
 */
export type Plan = (earlier: LogEntry | null) => readonly Change[] | Promise<readonly Change[]>;

/**
 * Commits changes under their operation id. One that was committed before is answered from the log, when it was the
 * same change, whatever has become of the records since.
 *
 * Errors   those of NetworkStore.commit, RECORD_NOT_VALID with every field, LINK_NOT_FOUND, OPERATION_REPEATED
 */
export async function commitOnce(
  network: NetworkStore,
  plan: Plan,
  commission: Commission,
): Promise<CommittedOnce> {
  const { operation } = commission;
  let refusal: unknown;
  try {
    const committed = await commit(network, await plan(null), commission);
    if (!committed.repeated) return { ...committed, earlier: null };
  } catch (error) {
    // A request that was done before may be refused by what it has changed itself.
    if (operation === null || !(error instanceof AppError)) throw error;
    refusal = error;
  }
  const earlier = operation === null ? null : await network.committed(operation);
  if (!earlier) throw refusal;
  if (!sameChanges(earlier, await plan(earlier))) throw operationRepeated(earlier);
  return { revision: earlier.revision, repeated: true, earlier };
}

async function commit(
  network: NetworkStore,
  changes: readonly Change[],
  { operation, author, reason }: Commission,
): Promise<Committed> {
  await checkRecords(changes);
  await checkLinks(network, changes);
  return await network.commit({
    operation: operation ?? newId(),
    author: { name: author ?? 'api' },
    at: new Date().toISOString(),
    ...(reason === undefined ? {} : { reason }),
    changes,
  });
}
