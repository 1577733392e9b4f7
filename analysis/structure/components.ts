import { componentLabels } from '#analysis/structure/component-labels.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The number of separate parts. */
export const components = defineMeasure({
  level: 'network',
  id: 'components',
  label: 'Components',
  family: 'structure',
  definition:
    'How many separate parts the network has: within a part everybody can be reached from everybody, between parts nobody. An isolate is a part of its own.',
  unit: 'components, 0…n',
  cost: 'time O(n + m), shared',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.2.3'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => componentLabels(graph).count,
});
