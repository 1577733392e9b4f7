import { ApiError } from '#api/errors.ts';
import type { NetworkInfo, NetworkStore, Store, Stored } from '#data/store/port.ts';

/** The network of a slug. Errors: NOT_FOUND, with those that there are */
export async function findNetwork(store: Store, slug: string): Promise<NetworkInfo> {
  const networks = await store.networks();
  const found = networks.find((network) => network.slug === slug);
  if (found) return found;
  const some = networks.slice(0, 10).map((network) => network.slug);
  throw new ApiError(
    'NOT_FOUND',
    `There is no network ${JSON.stringify(slug)}.`,
    some.length > 0 ? `There is ${some.join(', ')}.` : 'The store is empty.',
  );
}

/** The network of a slug, or else that which had it when it was removed: its log is still there. Errors: NOT_FOUND */
export async function loggedNetwork(store: Store, slug: string): Promise<NetworkStore> {
  const networks = await store.networks();
  const there = new Set(networks.map(({ id }) => id));
  if (networks.every((network) => network.slug !== slug)) {
    for (const id of await store.networkIds()) {
      if (!there.has(id) && (await slugWhenRemoved(store.network(id))) === slug) return store.network(id);
    }
  }
  return store.network((await findNetwork(store, slug)).id);
}

async function slugWhenRemoved(network: NetworkStore): Promise<unknown> {
  const [last] = await network.log((await network.head()) - 1, 1);
  return last?.changes.find(({ kind, after }) => kind === 'network' && after === null)?.before?.['slug'];
}

/** The network's own record: its name, its default lens. */
export async function networkRecord(network: NetworkStore): Promise<Stored | undefined> {
  const { items } = await network.find({ kind: 'network', limit: 1 });
  return items[0];
}
