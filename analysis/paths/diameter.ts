import { pathSums } from '#analysis/paths/path-sums.ts';
import { componentLabels } from '#analysis/structure/component-labels.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The greatest distance in the largest component. */
export const diameter = defineMeasure({
  level: 'network',
  id: 'diameter',
  label: 'Diameter',
  family: 'paths',
  definition:
    'The greatest distance between two organizations in the largest component (of several largest, the one with the first organization). 0 where it has one member; null in an empty network.',
  unit: 'hops, or the sum of 1/strength',
  cost: 'time O(n · m), shared with betweenness',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.3.3'],
  needsGroups: false,
  reads: 'lengths',
  params: noParams,
  run: (graph, _, context) => {
    const { of, largest } = componentLabels(graph);
    if (largest < 0) return null;
    const { farthest } = pathSums(graph, context);
    let greatest = 0;
    for (let v = 0; v < graph.n; v++) if (of[v] === largest) greatest = Math.max(greatest, farthest[v]!);
    return greatest;
  },
});
