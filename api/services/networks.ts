import { ApiError } from '#api/errors.ts';
import type { Commission } from '#api/services/changes/commit-once.ts';
import { findNetwork, networkRecord } from '#api/services/find-network.ts';
import { changeRecord, createRecord, removeRecord, type Basis } from '#api/services/records.ts';
import type { NetworkId, NetworkStore, Revision, Store, Stored } from '#data/store/port.ts';
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
  const own = typeof given['id'] === 'string' ? given['id'] : newId();
  const create = async (of: NetworkId): Promise<StoredNetwork> => {
    const stored = await createRecord(store.network(of), 'network', { id: of, ...given }, commission);
    return { stored, head: stored.revision };
  };
  const { operation } = commission;
  const before = await networkOfOperation(store, operation);
  try {
    return await create(before ?? own);
  } catch (error) {
    if ((error as { code?: string }).code !== 'SLUG_TAKEN') throw error;
    // The same request, sent twice at once, may have taken it.
    const meanwhile = await networkOfOperation(store, operation);
    if (meanwhile === null || meanwhile === before) throw error;
    return await create(meanwhile);
  }
}

/** The network whose log knows the operation, removed ones too. Cost: one look-up a network */
async function networkOfOperation(store: Store, operation: string | null): Promise<NetworkId | null> {
  if (operation === null) return null;
  for (const id of await store.networkIds()) {
    const entry = await store.network(id).committed(operation);
    if (entry?.changes.some(({ kind }) => kind === 'network') === true) return id;
  }
  return null;
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
  basis: Basis,
): Promise<StoredNetwork> {
  const id = await addressed(store, slug, basis);
  const stored = await changeRecord(store.network(id), 'network', id, patch, basis);
  return { stored, head: stored.revision };
}

/** Errors: NOT_FOUND, PRECONDITION_FAILED, OPERATION_REPEATED, STORE_FULL */
export async function removeNetwork(store: Store, slug: string, basis: Basis): Promise<void> {
  const id = await addressed(store, slug, basis);
  await removeRecord(store.network(id), 'network', id, basis);
}

/** A change that is sent again may have renamed or removed its network itself. Errors: NOT_FOUND */
async function addressed(store: Store, slug: string, { operation }: Commission): Promise<NetworkId> {
  try {
    return (await findNetwork(store, slug)).id;
  } catch (error) {
    const id = await networkOfOperation(store, operation);
    if (id === null) throw error;
    return id;
  }
}
