import type { Groups } from '#analysis/graph/graph.ts';

/** How many unordered pairs of nodes are in different groups; a node in no group is in no pair. */
export function crossingPairs(groups: Groups): number {
  const sizes = new Float64Array(groups.count);
  let members = 0;
  for (const group of groups.of) {
    if (group < 0) continue;
    sizes[group]!++;
    members++;
  }
  let within = 0;
  for (const size of sizes) within += (size * (size - 1)) / 2;
  return (members * (members - 1)) / 2 - within;
}
