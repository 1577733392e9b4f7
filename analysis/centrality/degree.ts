import { degree as degreeOf } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** With how many others an organization is tied. */
export const degree = defineMeasure({
  level: 'organization',
  id: 'degree',
  label: 'Degree',
  family: 'centrality',
  definition:
    'How many others an organization is tied with. Parallel ties count once, loops not at all. An isolate has 0.',
  unit: 'organizations, 0…n−1',
  cost: 'time O(n)',
  references: ['Freeman 1978, doi:10.1016/0378-8733(78)90021-7'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => Float64Array.from({ length: graph.n }, (_, v) => degreeOf(graph, v)),
});
