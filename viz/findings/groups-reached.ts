import { type MapIndex, partner } from '#viz/findings/map-index.ts';

/** How many groups of the map an organization's partners and itself are in; 0 without a partner. */
export function groupsReached(index: MapIndex, node: number): number {
  const ties = index.tiesOf[node] ?? [];
  if (ties.length === 0) return 0;
  const groupOf = (other: number): number => index.map.nodes[other]?.group ?? -1;
  const groups = new Set([groupOf(node), ...ties.map((tie) => groupOf(partner(index, tie, node)))]);
  groups.delete(-1);
  return groups.size;
}
