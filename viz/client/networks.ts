import type { Analysis } from '#api/contract/analysis.ts';
import type { MapFacets } from '#api/contract/map-facets.ts';
import { networkPath } from '#viz/client/records.ts';
import { runJob, type Tell } from '#viz/client/jobs.ts';
import { readJson, sendJson } from '#viz/client/request.ts';
import { newWord } from '#viz/client/new-id.ts';
import type { StoredNetwork } from '#viz/client/stored.ts';
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
  /** What the map can be filtered by beside sectors. */
  readonly facets: MapFacets;
}

export async function listNetworks(signal: AbortSignal): Promise<readonly NetworkSummary[]> {
  const { items } = await readJson<{ items: readonly NetworkSummary[] }>('/networks', signal);
  return items;
}

/** A network's own record. */
export function readNetwork(slug: string, signal: AbortSignal): Promise<StoredNetwork> {
  return readJson(networkPath(slug), signal);
}

/** Begins a network. Output: its slug. Errors: SLUG_TAKEN among others, as RequestFailed */
export async function createNetwork(slug: string, name: string): Promise<string> {
  const { value } = await sendJson<StoredNetwork>('/networks', {
    method: 'POST',
    body: { slug, name },
    headers: { 'idempotency-key': newWord() },
  });
  return value.slug;
}

/** After so many seconds without an answer one is told how far the work is. */
const waitSeconds = 2;

/** A network's findings and map, for the lens and groups of an address; while they are computed one is told how it goes. */
export async function readView(
  { slug, name }: NetworkSummary,
  asked: Query,
  signal: AbortSignal,
  tell: Tell,
): Promise<NetworkView> {
  const query = new URLSearchParams({ ...asked, wait: String(waitSeconds) }).toString();
  const path = `${networkPath(slug)}/view?${query}`;
  const { value, job } = await runJob<ViewDocument>(path, { method: 'GET', signal }, tell);
  return { slug, name, ...(value ?? (await readJson<ViewDocument>(job?.result ?? path, signal))) };
}

type ViewDocument = Pick<NetworkView, 'analysis' | 'map' | 'facets'>;
