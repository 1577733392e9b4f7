import { modularity } from '#analysis/community/modularity.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How much more strength lies inside the groups in use than chance would give. */
export const groupsModularity = defineMeasure({
  level: 'network',
  id: 'groupsModularity',
  label: 'Modularity of the groups',
  family: 'community',
  definition:
    'How much more strength lies inside the groups in use than chance would give with the same strength at each organization: Q = Σ over groups of [W / W_all − (K / 2 W_all)²], with W the strength inside and K the strength at the members’ ends; resolution 1. An organization that is in no group counts as a group of its own. Null without a tie.',
  unit: 'dimensionless, −½…1',
  cost: 'time O(n + m), memory one word a group',
  references: ['Newman, Girvan 2004, doi:10.1103/PhysRevE.69.026113'],
  needsGroups: true,
  reads: 'strengths',
  params: noParams,
  run: (graph, _, { groups }) => (groups === null ? null : modularity(graph, groups.of, groups.count)),
});
