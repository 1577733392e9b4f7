import type { Graph } from '#analysis/graph/graph.ts';

/** In how many collaborations each node takes part; null where the lens has none. */
export function eventCounts(graph: Graph): Uint32Array | null {
  const parts = graph.origin.projected.filter(({ kind }) => kind === 'collaborations');
  if (parts.length === 0 || parts.every(({ events }) => events === 0)) return null;
  const counts = new Uint32Array(graph.n);
  for (const { members } of parts) for (const v of members) counts[v] = (counts[v] ?? 0) + 1;
  return counts;
}
