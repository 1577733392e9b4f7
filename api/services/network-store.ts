import { findNetwork } from '#api/services/find-network.ts';
import type { NetworkStore, Store } from '#data/store/port.ts';

/** Where the records of a network are, by its slug. Errors: NOT_FOUND */
export async function networkStore(store: Store, slug: string): Promise<NetworkStore> {
  return store.network((await findNetwork(store, slug)).id);
}
