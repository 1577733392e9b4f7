import type { Analysis } from '#api/contract/analysis.ts';
import { awaitJson, readJson } from '#viz/client/request.ts';
import type { Query } from '#viz/state/address.ts';
import type { MapInput } from '#viz/scene/picture.ts';

/** What a list of networks says of each. */
export interface NetworkSummary {
  readonly slug: string;
  readonly name: string;
}

/** Everything the pages of one network read, taken with the same lens. */
export interface NetworkView {
  readonly slug: string;
  readonly name: string;
  readonly analysis: Analysis;
  readonly map: MapInput;
}

export async function listNetworks(signal: AbortSignal): Promise<readonly NetworkSummary[]> {
  const { items } = await readJson<{ items: readonly NetworkSummary[] }>('/networks', signal);
  return items;
}

/** A network's name, findings and map, for the lens and groups of an address. */
export async function readNetwork(slug: string, asked: Query, signal: AbortSignal): Promise<NetworkView> {
  const below = `/networks/${encodeURIComponent(slug)}`;
  const query = new URLSearchParams(asked).toString();
  const tail = query === '' ? '' : `?${query}`;
  const [network, analysis, map] = await Promise.all([
    readJson<NetworkSummary>(below, signal),
    awaitJson<Analysis>(`${below}/findings${tail}`, signal),
    awaitJson<{ input: MapInput }>(`${below}/map${tail}`, signal),
  ]);
  return { slug, name: network.name, analysis, map: map.input };
}
