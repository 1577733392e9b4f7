import { defineMeasure, noParams } from '#analysis/measure.ts';
import { pathSums } from '#analysis/paths/path-sums.ts';

/** How near an organization is to those it reaches, times the share of the network that it reaches. */
export const closeness = defineMeasure({
  level: 'organization',
  id: 'closeness',
  label: 'Closeness',
  family: 'centrality',
  definition:
    'How near an organization is to the others: C(v) = (r−1)/(n−1) · (r−1)/Σ d(v, u), where r is the size of its component and the sum is over it. The first factor keeps a member of a small fragment from looking central. An isolate has 0.',
  unit: '1/distance, 0…1 in hops',
  cost: 'time O(n · m), shared with betweenness',
  references: [
    'Freeman 1978, doi:10.1016/0378-8733(78)90021-7',
    'Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, formula 5.22 (several components)',
  ],
  needsGroups: false,
  reads: 'lengths',
  params: noParams,
  run: (graph, _, context) => {
    const { reached, far } = pathSums(graph, context);
    return far.map((sum, v) => {
      const others = reached[v]! - 1;
      return others === 0 ? 0 : (others / (graph.n - 1)) * (others / sum);
    });
  },
});
