import type { NetworkView } from '#viz/client/networks.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { type Address, keptQuery, type PageName, type Query } from '#viz/state/address.ts';

export type NetworkAddress = Extract<Address, { readonly network: string }>;

/** What every page of a network is made from. */
export interface Shown {
  readonly view: NetworkView;
  readonly index: MapIndex;
  readonly address: NetworkAddress;
}

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
