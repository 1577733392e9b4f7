import { degree } from '#analysis/graph/graph.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The number of organizations without a tie. */
export const isolates = defineMeasure({
  level: 'network',
  id: 'isolates',
  label: 'Isolates',
  family: 'structure',
  definition:
    'How many organizations have no tie. One whose only ties are loops or have strength 0 is an isolate.',
  unit: 'organizations, 0…n',
  cost: 'time O(n)',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.2.2'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    let count = 0;
    for (let v = 0; v < graph.n; v++) if (degree(graph, v) === 0) count++;
    return count;
  },
});
