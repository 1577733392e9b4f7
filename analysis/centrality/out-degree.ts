import { arcCounts } from '#analysis/centrality/arc-counts.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The arcs of one direction; without a direction they do not exist. */
export const outDegree = defineMeasure({
  level: 'organization',
  id: 'outDegree',
  label: 'Out-degree',
  family: 'centrality',
  definition:
    'How many others an organization names as its partner: arcs that leave, an undirected or mutual tie being two arcs. Null in an undirected network.',
  unit: 'organizations, 0…n−1',
  cost: 'time O(n)',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.3'],
  needsGroups: false,
  reads: 'arcs',
  params: noParams,
  run: ({ n, arcs }) => arcCounts(n, arcs?.outOffsets),
});
