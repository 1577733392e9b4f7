import { degree } from '#analysis/graph/graph.ts';
import type { LensedNetwork } from '#data/lens/lensed-network.ts';
import { groupLetter } from '#viz/report/report-groups.ts';

/** "A · USGS, SFEI": a letter by size, and the two best-connected members, equal ones in node order. */
export function communityNames(
  { graph, nodes }: LensedNetwork,
  membership: Uint32Array,
  count: number,
): string[] {
  const best: number[][] = Array.from({ length: count }, () => []);
  const byDegree = [...membership.keys()].sort((u, v) => degree(graph, v) - degree(graph, u) || u - v);
  for (const v of byDegree) {
    const chosen = best[membership[v] ?? 0];
    if (chosen && chosen.length < 2) chosen.push(v);
  }
  return best.map((members, community) => {
    const names = members.map((v) => nodes[v]?.label ?? '');
    return `${groupLetter(community)} · ${names.join(', ')}`;
  });
}
