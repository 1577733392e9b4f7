import { acrossSum } from '#analysis/paths/path-sums.ts';
import { crossingPairs } from '#analysis/paths/crossing-pairs.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How near the groups are to each other. */
export const crossEfficiency = defineMeasure({
  level: 'network',
  id: 'crossEfficiency',
  label: 'Crossing efficiency',
  family: 'paths',
  definition:
    'How near the groups are to each other: the mean of 1/distance over all pairs of organizations in different groups, 0 for a pair without a path. An organization that is in no group is in no pair. Null where no pair crosses groups.',
  unit: '1/distance, 0…1 in hops',
  cost: 'time O(n · m), shared with betweenness',
  references: [
    'Latora, Marchiori 2001, doi:10.1103/PhysRevLett.87.198701 (efficiency over all pairs; here over the pairs that cross groups)',
  ],
  needsGroups: true,
  reads: 'lengths',
  params: noParams,
  run: (graph, _, context) => {
    const { groups } = context;
    const pairs = groups === null ? 0 : crossingPairs(groups);
    return groups === null || pairs === 0 ? null : acrossSum(graph, groups, context) / pairs;
  },
});
