import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** Whether the well connected keep to each other. */
export const degreeAssortativity = defineMeasure({
  level: 'network',
  id: 'degreeAssortativity',
  label: 'Degree assortativity',
  family: 'structure',
  definition:
    'Whether the well connected are tied with the well connected: the Pearson correlation of the degrees at the two ends of a tie, over all ties in both directions. Null without a tie and where all ends have the same degree.',
  unit: 'correlation, −1…1',
  cost: 'time O(n + m)',
  references: ['Newman 2002, doi:10.1103/PhysRevLett.89.208701'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const { ties } = graph;
    // Sums of whole numbers, so that "all ends alike" is exact.
    let products = 0;
    let sums = 0;
    let squares = 0;
    for (let tie = 0; tie < ties.count; tie++) {
      const one = degree(graph, ties.a[tie]!);
      const two = degree(graph, ties.b[tie]!);
      products += one * two;
      sums += one + two;
      squares += one * one + two * two;
    }
    const spread = 2 * ties.count * squares - sums * sums;
    return spread === 0 ? null : (4 * ties.count * products - sums * sums) / spread;
  },
});
