import { defineMeasure, noParams } from '#analysis/measure.ts';
import { cutPoints } from '#analysis/structure/cut-points.ts';

/** The ties that are the only connection between two parts of the network. */
export const bridges = defineMeasure({
  level: 'tieFlag',
  id: 'bridges',
  label: 'Bridges',
  family: 'structure',
  definition:
    'The ties without which their component falls apart (cut edges): the only connection between two parts. A pair with parallel ties counts as one tie.',
  unit: 'true or false a tie',
  cost: 'time O(n + m), shared with articulation points',
  references: ['Tarjan 1974, doi:10.1016/0020-0190(74)90003-9'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: (graph) => cutPoints(graph).ties.slice(),
});
