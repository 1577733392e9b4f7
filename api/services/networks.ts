import { ApiError } from '#api/errors.ts';
import { commitOnce, type Commission } from '#api/services/changes/commit-once.ts';
import { findNetwork, networkRecord } from '#api/services/find-network.ts';
import { createRecord, type Basis } from '#api/services/records.ts';
import { withPrecondition } from '#api/services/precondition-error.ts';
import { mergePatch } from '#data/lens/merge-patch.ts';
import type { NetworkStore, RecordBody, Revision, Store, Stored } from '#data/store/port.ts';
import { DataError } from '#data/errors.ts';
import { newId } from '#data/store/uuid-v7.ts';

export interface StoredNetwork {
  readonly stored: Stored;
  readonly head: Revision;
}

/** Errors: RECORD_NOT_VALID, SLUG_TAKEN, OPERATION_REPEATED, STORE_FULL */
export async function createNetwork(
  store: Store,
  given: Readonly<Record<string, unknown>>,
  commission: Commission,
): Promise<StoredNetwork> {
  const id = typeof given['id'] === 'string' ? given['id'] : await idOfRepeated(store, given, commission);
  const stored = await createRecord(store.network(id), 'network', { ...given, id }, commission);
  return { stored, head: stored.revision };
}

/** A network begun before under the same key is found by its slug: its log, not a new one, knows the operation. */
async function idOfRepeated(
  store: Store,
  given: Readonly<Record<string, unknown>>,
  { operation }: Commission,
): Promise<string> {
  if (operation === null) return newId();
  const found = (await store.networks()).find(({ slug }) => slug === given['slug']);
  if (!found) return newId();
  const [first] = await store.network(found.id).log(0, 1);
  return first?.operation === operation ? found.id : newId();
}

/** Errors: NOT_FOUND */
export async function readNetwork(store: Store, slug: string): Promise<StoredNetwork> {
  const { id, head } = await findNetwork(store, slug);
  return { stored: await recordOf(store.network(id), slug), head };
}

async function recordOf(network: NetworkStore, slug: string): Promise<Stored> {
  const stored = await networkRecord(network);
  if (stored) return stored;
  throw new ApiError('NOT_FOUND', `There is no network ${JSON.stringify(slug)}.`);
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, RECORD_NOT_VALID, SLUG_TAKEN, OPERATION_REPEATED, STORE_FULL */
export async function changeNetwork(
  store: Store,
  slug: string,
  patch: Readonly<Record<string, unknown>>,
  { ifRevision, ...commission }: Basis,
): Promise<StoredNetwork> {
  const network = store.network((await findNetwork(store, slug)).id);
  const { id, body: before } = await recordOf(network, slug);
  const after = mergePatch(before, patch) as RecordBody;
  if (after.id !== id) throw new DataError('RECORD_NOT_VALID', 'The id of a network cannot be changed.');
  const { revision, earlier } = await withPrecondition(() =>
    commitOnce(network, [{ kind: 'network', id, ifRevision, after }], commission),
  );
  const body = earlier?.changes[0]?.after ?? after;
  return { stored: { kind: 'network', id, revision, body }, head: revision };
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, OPERATION_REPEATED, STORE_FULL */
export async function removeNetwork(
  store: Store,
  slug: string,
  { ifRevision, ...commission }: Basis,
): Promise<void> {
  const network = store.network((await findNetwork(store, slug)).id);
  const { id } = await recordOf(network, slug);
  await withPrecondition(() =>
    commitOnce(network, [{ kind: 'network', id, ifRevision, after: null }], commission),
  );
}
