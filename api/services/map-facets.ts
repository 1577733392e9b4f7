import type { MapFacets } from '#api/contract/map-facets.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/** More years than this are a mistake in the data, not a history: then there is no time range. */
const yearsAtMost = 200;

/**
 * What the map can be filtered by: topics, places, and when what the ties rest on began.
 *
 * Input    the records and what the lens made of them; nodes and ties in the order of the graph
 * Output   see MapFacets; lists by how many have them, then by name
 * Cost     O(records + Σ k²) over events of k members, as the lens itself
 */
export function mapFacets(data: NetworkData, lensed: LensedNetwork): MapFacets {
  const { nodes, events, graph } = lensed;
  const collaborations = events.flatMap(({ of, events: list }) => (of === 'collaborations' ? list : []));
  const topicsOf = nodes.map(({ topics }) => new Set(topics));
  for (const { topics, members } of collaborations)
    for (const member of members) for (const topic of topics) topicsOf[member]?.add(topic);
  const topics = ranked(topicsOf.flatMap((own) => [...own]));
  const places = ranked(nodes.flatMap(({ place }) => place ?? []));
  const topicAt = new Map(topics.map((topic, at) => [topic, at]));
  const placeAt = new Map(places.map((place, at) => [place, at]));
  const spansOf = spansByPair(data, lensed);
  const spans = Array.from({ length: graph.ties.count }, (_, tie) => [
    ...(spansOf.get(pairKey(graph.ties.a[tie] ?? 0, graph.ties.b[tie] ?? 0, nodes.length)) ?? []),
  ]);
  const counted = collaborations.some(({ since }) => since !== undefined)
    ? 'collaborations'
    : 'relationships';
  return {
    topics,
    places,
    nodes: nodes.map(({ place }, node) => ({
      topics: [...(topicsOf[node] ?? [])].flatMap((topic) => topicAt.get(topic) ?? []).sort((a, b) => a - b),
      place: place === undefined ? null : (placeAt.get(place) ?? null),
    })),
    begun: spans.map((list) => [...new Set(list.flatMap(([since]) => since ?? []))].sort((m, n) => m - n)),
    spans,
    years: yearsOf(counted === 'collaborations' ? collaborations : data.relationships),
    counted,
  };
}

type Span = MapFacets['spans'][number][number];

interface Dated {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** By pair of nodes: from when until when their shared events and stated relationships lasted, in the order of the records. */
function spansByPair(
  data: NetworkData,
  { nodes, events }: LensedNetwork,
): ReadonlyMap<number, readonly Span[]> {
  const spans = new Map<number, Span[]>();
  const add = (a: number, b: number, { since, until }: Dated): void => {
    const key = pairKey(a, b, nodes.length);
    const span: Span = [
      since === undefined ? null : yearOf(since),
      until === undefined ? null : yearOf(until),
    ];
    const known = spans.get(key);
    if (known === undefined) spans.set(key, [span]);
    else known.push(span);
  };
  for (const event of events.flatMap(({ events: list }) => list))
    event.members.forEach((a, at) => event.members.slice(at + 1).forEach((b) => add(a, b, event)));
  const nodeOf = new Map(nodes.map(({ id }, node) => [id, node]));
  for (const relationship of data.relationships) {
    const [a, b] = [nodeOf.get(relationship.from), nodeOf.get(relationship.to)];
    if (a !== undefined && b !== undefined) add(a, b, relationship);
  }
  return spans;
}

const pairKey = (a: number, b: number, count: number): number => Math.min(a, b) * count + Math.max(a, b);
const yearOf = (date: string): number => Number(date.slice(0, 4));

function ranked(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
}

function yearsOf(dated: readonly { readonly since?: string | undefined }[]): MapFacets['years'] {
  const counts = new Map<number, number>();
  for (const { since } of dated)
    if (since !== undefined) counts.set(yearOf(since), (counts.get(yearOf(since)) ?? 0) + 1);
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  if (!(last - first < yearsAtMost)) return [];
  return Array.from({ length: last - first + 1 }, (_, at) => ({
    year: first + at,
    count: counts.get(first + at) ?? 0,
  }));
}
