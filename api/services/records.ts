import { ApiError } from '#api/errors.ts';
import { commitOnce, type Commission } from '#api/services/changes/commit-once.ts';
import { withPrecondition } from '#api/services/precondition-error.ts';
import { storedAt } from '#api/services/snapshot.ts';
import { rewind } from '#data/history/rewind.ts';
import { mergePatch } from '#data/lens/merge-patch.ts';
import type { Kind } from '#data/model/define-record.ts';
import { readCursor, writeCursor } from '#data/store/cursor.ts';
import { DataError } from '#data/errors.ts';
import type { NetworkStore, Page, Query, RecordBody, RecordId, Revision, Stored } from '#data/store/port.ts';
import { newId } from '#data/store/uuid-v7.ts';

/** A page of records, or of those that were known at a revision. Errors: CURSOR_NOT_VALID, VALUE_NOT_VALID */
export async function listRecords(
  network: NetworkStore,
  query: Query,
  knownAt: Revision | undefined,
  signal: AbortSignal,
): Promise<Page> {
  if (knownAt === undefined) return await network.find(query);
  if (query.text !== undefined || query.filter !== undefined) {
    throw new ApiError(
      'VALUE_NOT_VALID',
      'knownAt does not go together with q or filter.',
      'knownAt with cursor and limit alone.',
    );
  }
  await checkKnown(network, knownAt);
  const { records } = await storedAt(network, [query.kind], knownAt, signal);
  const [start, of] = query.cursor === undefined ? [0, knownAt] : readCursor(query.cursor);
  if (of !== knownAt) throw new DataError('CURSOR_NOT_VALID', 'The cursor is of a page of another revision.');
  const end = start + query.limit;
  return {
    items: records.slice(start, end),
    next: end < records.length ? writeCursor(end, knownAt) : null,
  };
}

/** Errors: NOT_FOUND, VALUE_NOT_VALID for a revision that is not there yet */
export async function readRecord(
  network: NetworkStore,
  kind: Kind,
  id: RecordId,
  knownAt?: Revision,
): Promise<Stored> {
  let found = (await network.read([id])).filter((stored) => stored.kind === kind);
  if (knownAt !== undefined) {
    await checkKnown(network, knownAt);
    const then = await rewind(found, network.logBack(knownAt));
    found = then.filter((stored) => stored.id === id && stored.kind === kind);
  }
  const [stored] = found;
  if (stored) return stored;
  throw new ApiError('NOT_FOUND', `There is no ${kind} ${JSON.stringify(id)} in this network.`);
}

/** Errors: RECORD_NOT_VALID, LINK_NOT_FOUND, STALE when the id is taken, OPERATION_REPEATED, STORE_FULL */
export async function createRecord(
  network: NetworkStore,
  kind: Kind,
  given: Readonly<Record<string, unknown>>,
  commission: Commission,
): Promise<Stored> {
  const body = { id: newId(), ...given } as RecordBody;
  const { revision, earlier } = await commitOnce(
    network,
    [{ kind, id: body.id, ifRevision: null, after: body }],
    commission,
  );
  const first = earlier?.changes[0]?.after ?? body;
  return { kind, id: first.id, revision, body: first };
}

/** What a change of one record is based on. */
export interface Basis extends Commission {
  /** The revision of the version that the client has seen. */
  readonly ifRevision: Revision;
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, RECORD_NOT_VALID, LINK_NOT_FOUND, OPERATION_REPEATED, STORE_FULL */
export async function changeRecord(
  network: NetworkStore,
  kind: Kind,
  id: RecordId,
  patch: Readonly<Record<string, unknown>>,
  { ifRevision, ...commission }: Basis,
): Promise<Stored> {
  const current = await readRecord(network, kind, id);
  const body = mergePatch(current.body, patch) as RecordBody;
  if (body.id !== id) {
    throw new DataError('RECORD_NOT_VALID', `The id of the ${kind} ${id} cannot be changed.`);
  }
  const { revision, earlier } = await withPrecondition(() =>
    commitOnce(network, [{ kind, id, ifRevision, after: body }], commission),
  );
  return { kind, id, revision, body: earlier?.changes[0]?.after ?? body };
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, LINK_NOT_FOUND, OPERATION_REPEATED, STORE_FULL */
export async function removeRecord(
  network: NetworkStore,
  kind: Kind,
  id: RecordId,
  { ifRevision, ...commission }: Basis,
): Promise<void> {
  // A repeated removal is answered by the store, which knows its operation.
  if (commission.operation === null) await readRecord(network, kind, id);
  await withPrecondition(() => commitOnce(network, [{ kind, id, ifRevision, after: null }], commission));
}

/** Errors: VALUE_NOT_VALID */
export async function checkKnown(network: NetworkStore, revision: Revision): Promise<void> {
  const head = await network.head();
  if (revision <= head) return;
  throw new ApiError(
    'VALUE_NOT_VALID',
    `Revision ${revision} is not there yet.`,
    `0 to ${head}, the present revision.`,
  );
}
