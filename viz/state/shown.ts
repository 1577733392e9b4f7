import type { NetworkView } from '#viz/client/networks.ts';
import type { StoredNetwork } from '#viz/client/stored.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { type Address, keptQuery, type PageName, type Query } from '#viz/state/address.ts';

export type NetworkAddress = Extract<Address, { readonly network: string }>;

/** What every page of a network has at once: where one is, the network's own record, the present revision. */
export interface Base {
  readonly address: NetworkAddress;
  readonly network: StoredNetwork;
  readonly head: number;
}

/** What pages of findings are made from besides. */
export interface Shown extends Base {
  readonly view: NetworkView;
  readonly index: MapIndex;
}

/** What parts of such a page are made from. */
export type Viewed = Pick<Shown, 'view' | 'index' | 'address'>;

/** Another page of the same network, under the same lens. */
export function pageAddress(
  from: NetworkAddress,
  page: PageName,
  id: string | null = null,
  query: Query = {},
): NetworkAddress {
  return { network: from.network, page, id, query: { ...keptQuery(from.query), ...query } };
}

export function organizationAddress(from: NetworkAddress, id: string): NetworkAddress {
  return pageAddress(from, 'organizations', id);
}
