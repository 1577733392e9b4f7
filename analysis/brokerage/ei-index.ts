import { defineMeasure, noParams } from '#analysis/measure.ts';

const definition =
  'A tie with an organization that is in no group is left out. −1: all ties inside, 1: all ties to other groups.';
const references = ['Krackhardt, Stern 1988, doi:10.2307/2786835'];

/** Whether an organization looks outward or inward. */
export const eiIndex = defineMeasure({
  level: 'organization',
  id: 'eiIndex',
  label: 'E-I index',
  family: 'brokerage',
  definition: `Whether an organization looks outward or inward: (E − I) / (E + I), with E ties to other groups and I ties inside its own. ${definition} Null where no tie is left, and for an organization that is in no group.`,
  unit: 'dimensionless, −1…1',
  cost: 'time O(n + m)',
  references,
  needsGroups: true,
  reads: 'ties',
  params: noParams,
  run: ({ n, offsets, targets }, _, { groups }) => {
    const values = new Float64Array(n).fill(NaN);
    if (groups === null) return values;
    const { of } = groups;
    for (let v = 0; v < n; v++) {
      let external = 0;
      let internal = 0;
      for (let slot = offsets[v]!; slot < offsets[v + 1]! && of[v]! >= 0; slot++) {
        const group = of[targets[slot]!]!;
        if (group === of[v]) internal++;
        else if (group >= 0) external++;
      }
      if (external + internal > 0) values[v] = (external - internal) / (external + internal);
    }
    return values;
  },
});

/** Whether the groups of a network look outward or inward. */
export const networkEiIndex = defineMeasure({
  level: 'network',
  id: 'eiIndex',
  label: 'E-I index',
  family: 'brokerage',
  definition: `Whether the groups look outward or inward: (E − I) / (E + I), with E ties between groups and I ties inside groups, each tie once. ${definition} Null where no tie is left.`,
  unit: 'dimensionless, −1…1',
  cost: 'time O(m)',
  references,
  needsGroups: true,
  reads: 'ties',
  params: noParams,
  run: ({ ties }, _, { groups }) => {
    if (groups === null) return null;
    let external = 0;
    let internal = 0;
    for (let tie = 0; tie < ties.count; tie++) {
      const one = groups.of[ties.a[tie]!]!;
      const two = groups.of[ties.b[tie]!]!;
      if (one < 0 || two < 0) continue;
      if (one === two) internal++;
      else external++;
    }
    return external + internal === 0 ? null : (external - internal) / (external + internal);
  },
});
