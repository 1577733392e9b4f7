import { componentLabels } from '#analysis/structure/component-labels.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The size of the largest part. */
export const largestComponent = defineMeasure({
  level: 'network',
  id: 'largestComponent',
  label: 'Largest component',
  family: 'structure',
  definition: 'How many organizations the largest component has. Null in an empty network.',
  unit: 'organizations, 1…n',
  cost: 'time O(n + m), shared',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.2.3'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => {
    const { sizes, largest } = componentLabels(graph);
    return sizes[largest] ?? null;
  },
});
