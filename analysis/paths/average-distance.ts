import { pathSums } from '#analysis/paths/path-sums.ts';
import { componentLabels } from '#analysis/structure/component-labels.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The mean distance in the largest component. */
export const averageDistance = defineMeasure({
  level: 'network',
  id: 'averageDistance',
  label: 'Mean distance',
  family: 'paths',
  definition:
    'The mean distance over the pairs of organizations in the largest component (of several largest, the one with the first organization). Null where it has one member, and in an empty network.',
  unit: 'hops, or the sum of 1/strength',
  cost: 'time O(n · m), shared with betweenness',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.3.3'],
  needsGroups: false,
  reads: 'lengths',
  params: noParams,
  run: (graph, _, context) => {
    const { of, sizes, largest } = componentLabels(graph);
    const size = sizes[largest] ?? 0;
    if (size < 2) return null;
    const { far } = pathSums(graph, context);
    let sum = 0;
    for (let v = 0; v < graph.n; v++) if (of[v] === largest) sum += far[v]!;
    return sum / (size * (size - 1));
  },
});
