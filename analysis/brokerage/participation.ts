import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How evenly an organization's ties are spread over the groups. */
export const participation = defineMeasure({
  level: 'organization',
  id: 'participation',
  label: 'Participation',
  family: 'brokerage',
  definition:
    'How evenly the ties of an organization are spread over the groups: 1 − Σ over groups g of (s(i, g) / s(i))², where s(i, g) is the strength of its ties with members of g. 0: all in one group. Ties with organizations that are in no group are left out; null where none is left.',
  unit: 'dimensionless, 0…1 − 1/groups',
  cost: 'time O(n + m), memory one word a group',
  references: ['Guimerà, Amaral 2005, doi:10.1038/nature03288'],
  needsGroups: true,
  reads: 'strengths',
  params: noParams,
  run: ({ n, offsets, targets, strengths }, _, { groups }) => {
    const values = new Float64Array(n).fill(NaN);
    if (groups === null) return values;
    const byGroup = new Float64Array(groups.count);
    for (let i = 0; i < n; i++) {
      let total = 0;
      for (let slot = offsets[i]!; slot < offsets[i + 1]!; slot++) {
        const group = groups.of[targets[slot]!]!;
        if (group < 0) continue;
        byGroup[group]! += strengths[slot]!;
        total += strengths[slot]!;
      }
      if (total === 0) continue;
      let squares = 0;
      for (let slot = offsets[i]!; slot < offsets[i + 1]!; slot++) {
        const group = groups.of[targets[slot]!]!;
        if (group < 0) continue;
        squares += (byGroup[group]! / total) ** 2;
        byGroup[group] = 0;
      }
      // All in one group sums to 1, possibly with a last digit too many.
      values[i] = Math.max(0, 1 - squares);
    }
    return values;
  },
});
