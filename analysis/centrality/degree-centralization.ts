import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How far the network hangs on its best connected organization. */
export const degreeCentralization = defineMeasure({
  level: 'network',
  id: 'degreeCentralization',
  label: 'Degree centralization',
  family: 'centrality',
  definition:
    'How far the network hangs on its best connected organization: Σ (largest degree − degree) / (n−1)(n−2). 1 for a star, 0 where all have the same degree. Null below three organizations.',
  unit: 'dimensionless, 0…1',
  cost: 'time O(n)',
  references: ['Freeman 1978, doi:10.1016/0378-8733(78)90021-7'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const { n } = graph;
    if (n < 3) return null;
    let largest = 0;
    for (let v = 0; v < n; v++) largest = Math.max(largest, degree(graph, v));
    return (n * largest - 2 * graph.ties.count) / ((n - 1) * (n - 2));
  },
});
