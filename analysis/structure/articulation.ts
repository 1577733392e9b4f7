import { defineMeasure, noParams } from '#analysis/measure.ts';
import { cutPoints } from '#analysis/structure/cut-points.ts';

/** Whether the network falls apart without this organization. */
export const articulation = defineMeasure({
  level: 'organizationFlag',
  id: 'articulation',
  label: 'Articulation point',
  family: 'structure',
  definition:
    'True where an organization is the only connection between parts of the network: without it, its component falls into two or more. Never null.',
  unit: 'true or false',
  cost: 'time O(n + m), shared with bridges',
  references: ['Hopcroft, Tarjan 1973, doi:10.1145/362248.362272'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => cutPoints(graph).nodes.slice(),
});
