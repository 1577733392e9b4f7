import type { z } from 'zod';
import { ApiError } from '#api/errors.ts';
import { commitOnce, type Commission, type CommittedOnce } from '#api/services/changes/commit-once.ts';
import { withPrecondition } from '#api/services/precondition-error.ts';
import { storedAt } from '#api/services/snapshot.ts';
import { rewind } from '#data/history/rewind.ts';
import { mergePatch } from '#data/lens/merge-patch.ts';
import type { Kind } from '#data/model/define-record.ts';
import { records } from '#data/model/registry.ts';
import { readCursor, writeCursor } from '#data/store/cursor.ts';
import { DataError } from '#data/errors.ts';
import type {
  Change,
  LogEntry,
  NetworkStore,
  Page,
  Query,
  RecordBody,
  RecordId,
  Revision,
  Stored,
} from '#data/store/port.ts';
import { newId } from '#data/store/uuid-v7.ts';

/** A page of records, or of those that were known at a revision. Errors: CURSOR_NOT_VALID, VALUE_NOT_VALID */
export async function listRecords(
  network: NetworkStore,
  query: Query,
  knownAt: Revision | undefined,
  signal: AbortSignal,
): Promise<Page> {
  checkFields(query);
  if (knownAt === undefined) return await network.find(query);
  if (query.text !== undefined || query.filter !== undefined) {
    throw new ApiError(
      'VALUE_NOT_VALID',
      'knownAt does not go together with q or filter.',
      'knownAt with cursor and limit alone.',
    );
  }
  await checkKnown(network, knownAt);
  const { records: all } = await storedAt(network, [query.kind], knownAt, signal);
  const [start, of] = query.cursor === undefined ? [0, knownAt] : readCursor(query.cursor);
  if (of !== knownAt) throw new DataError('CURSOR_NOT_VALID', 'The cursor is of a page of another revision.');
  const end = start + query.limit;
  return {
    items: all.slice(start, end),
    next: end < all.length ? writeCursor(end, knownAt) : null,
  };
}

/** A filter by a field that the kind does not have finds nothing, which would look like an answer. Errors: VALUE_NOT_VALID */
function checkFields({ kind, filter = {} }: Query): void {
  const fields = [...Object.keys((records[kind].schema as z.ZodObject).shape), 'linksTo'];
  const unknown = Object.keys(filter).find((field) => !fields.includes(field));
  if (unknown === undefined) return;
  throw new ApiError(
    'VALUE_NOT_VALID',
    `The filter names ${JSON.stringify(unknown)}, which is no field of ${records[kind].label.many}.`,
    `${fields.join(', ')}.`,
  );
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
  const own = newId();
  const bodyOf = (earlier: LogEntry | null): RecordBody => ({ id: earlier?.changes[0]?.id ?? own, ...given });
  const { revision, earlier } = await commitOnce(
    network,
    (before) => {
      const after = bodyOf(before);
      return [{ kind, id: after.id, ifRevision: null, after }];
    },
    commission,
  );
  const body = earlier?.changes[0]?.after ?? bodyOf(null);
  return { kind, id: body.id, revision, body };
}

/** What a change of one record is based on. */
export interface Basis extends Commission {
  /** The revisions of the versions that the client has seen; any: whichever there is. */
  readonly ifMatch: IfMatch;
}
export type IfMatch = 'any' | readonly Revision[];

/** Errors: NOT_FOUND, PRECONDITION_FAILED, RECORD_NOT_VALID, LINK_NOT_FOUND, OPERATION_REPEATED, STORE_FULL */
export async function changeRecord(
  network: NetworkStore,
  kind: Kind,
  id: RecordId,
  patch: Readonly<Record<string, unknown>>,
  { ifMatch, ...commission }: Basis,
): Promise<Stored> {
  const { change, earlier, revision } = await changeOne(network, { kind, id }, commission, (basis) => {
    const after = mergePatch(basis.body, patch) as RecordBody;
    if (after.id !== id) {
      throw new DataError('RECORD_NOT_VALID', `The id of the ${kind} ${id} cannot be changed.`);
    }
    return { ifRevision: matching(ifMatch, basis.revision), after };
  });
  const body = earlier?.changes[0]?.after ?? change.after;
  return { kind, id, revision, body: body as RecordBody };
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, LINK_NOT_FOUND, OPERATION_REPEATED, STORE_FULL */
export async function removeRecord(
  network: NetworkStore,
  kind: Kind,
  id: RecordId,
  { ifMatch, ...commission }: Basis,
): Promise<void> {
  await changeOne(network, { kind, id }, commission, (basis) => ({
    ifRevision: matching(ifMatch, basis.revision),
    after: null,
  }));
}

type Basic = Pick<Stored, 'revision' | 'body'>;

/** Commits a change of one record that is made from how the record stands, or stood when the operation was committed. */
async function changeOne(
  network: NetworkStore,
  { kind, id }: Pick<Change, 'kind' | 'id'>,
  commission: Commission,
  make: (basis: Basic) => Pick<Change, 'ifRevision' | 'after'>,
): Promise<CommittedOnce & { readonly change: Change }> {
  let change: Change = { kind, id, ifRevision: null, after: null };
  const committed = await withPrecondition(() =>
    commitOnce(
      network,
      async (earlier) => {
        const basis = earlier ? basisOf(earlier, id) : await readRecord(network, kind, id);
        change = { kind, id, ...make(basis) };
        return [change];
      },
      commission,
    ),
  );
  return { ...committed, change };
}

/** What the first change of an entry was based on. */
function basisOf({ changes }: LogEntry, id: RecordId): Basic {
  const [first] = changes;
  return { revision: first?.ifRevision ?? noRevision, body: first?.before ?? { id } };
}

/** No record is of it. */
const noRevision = 0;

function matching(ifMatch: IfMatch, revision: Revision): Revision {
  if (ifMatch === 'any' || ifMatch.includes(revision)) return revision;
  return ifMatch[0] ?? noRevision;
}

/** Errors: VALUE_NOT_VALID */
export async function checkKnown(network: NetworkStore, revision: Revision): Promise<void> {
  const head = await network.head();
  if (revision > head) throw notThereYet(revision, head);
}

export function notThereYet(revision: Revision, last: Revision): ApiError {
  return new ApiError('VALUE_NOT_VALID', `Revision ${revision} is not there yet.`, `0 to ${last}.`);
}
