import { findNetwork, networkRecord } from '#api/services/find-network.ts';
import type { LoadedNetwork } from '#api/services/loaded-network.ts';
import { readGivenLens, readGroupsFile } from '#api/services/look-files.ts';
import type { NetworkRequest, StoredNetworkName } from '#api/services/network-request.ts';
import { networkDataAt } from '#api/services/snapshot.ts';
import { notThereYet } from '#api/services/records.ts';
import type { StepTimer } from '#api/services/step-timer.ts';
import { applyLens } from '#data/lens/apply-lens.ts';
import { resolveLens } from '#data/lens/resolve-lens.ts';
import type { Lens } from '#data/model/lens.ts';
import type { NetworkStore, Revision } from '#data/store/port.ts';
import { openStoreToRead } from '#data/store/open-store.ts';
import type { StorePlace } from '#data/store/store-url.ts';

/** What loading is handed beside its request: the environment holds the passwords of stores. */
export interface LoadContext {
  readonly signal: AbortSignal;
  readonly environment: StorePlace['environment'];
}

/**
 * Reads a network of a store, without writing to the store, and applies its lens. The network's own default lens is
 * its present one, also where the records are those of an earlier revision.
 *
 * Errors   NOT_FOUND, LENS_NOT_VALID, VALUE_NOT_VALID for a revision to come, FILE_NOT_READABLE, those of the store
 */
export async function loadStoredNetwork(
  request: NetworkRequest,
  { store: url, storeDirectory, slug, revision: asked, lens: merged }: StoredNetworkName,
  timer: StepTimer,
  { signal, environment }: LoadContext,
): Promise<LoadedNetwork> {
  const store = openStoreToRead(url, { directory: storeDirectory, environment });
  try {
    const { id } = await findNetwork(store, slug);
    const network = store.network(id);
    const lens = merged ?? (await mergedLens(network, request));
    const wanted = asked ?? lens.knownAt;
    const read = await timer.run('read', () => networkDataAt(network, wanted, signal));
    if (wanted !== undefined && wanted > read.revision) throw notThereYet(wanted, read.revision);
    const lensed = await timer.run('graph', () => applyLens(read.data, lens, { weights: request.weights }));
    return {
      data: read.data,
      lens,
      lensed,
      notes: lensed.notes,
      inputHash: null,
      network: slug,
      revision: read.revision,
      at: await committedAt(network, read.revision),
      groupsFile: await readGroupsFile(request, lensed),
    };
  } finally {
    await store.close();
  }
}

async function mergedLens(network: NetworkStore, request: NetworkRequest): Promise<Lens> {
  const record = await networkRecord(network);
  const { given } = await readGivenLens(request);
  return resolveLens({ network: record?.body['defaultLens'], given, asOf: request.asOf });
}

async function committedAt(network: NetworkStore, revision: Revision): Promise<string | null> {
  if (revision === 0) return null;
  const [entry] = await network.outline(revision - 1, 1);
  return entry?.at ?? null;
}
