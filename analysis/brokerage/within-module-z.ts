import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How far an organization's ties inside its group are above those of the group's others. */
export const withinModuleZ = defineMeasure({
  level: 'organization',
  id: 'withinModuleZ',
  label: 'Within-group z',
  family: 'brokerage',
  definition:
    'How much better connected inside its group an organization is than the others there: (k − mean of k) / standard deviation of k, where k counts its ties inside the group, over the members of the group (population standard deviation). Null where all members have the same k, and for an organization that is in no group.',
  unit: 'standard deviations',
  cost: 'time O(n + m), memory 2n words',
  references: ['Guimerà, Amaral 2005, doi:10.1038/nature03288'],
  needsGroups: true,
  reads: 'ties',
  params: noParams,
  run: ({ n, offsets, targets }, _, { groups }) => {
    const values = new Float64Array(n).fill(NaN);
    if (groups === null) return values;
    const { of, count } = groups;
    const inside = new Float64Array(n);
    // Counts are whole numbers, so sums and "all the same" are exact.
    const members = new Float64Array(count);
    const sums = new Float64Array(count);
    const squares = new Float64Array(count);
    for (let v = 0; v < n; v++) {
      const group = of[v]!;
      if (group < 0) continue;
      let k = 0;
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) if (of[targets[slot]!] === group) k++;
      inside[v] = k;
      members[group]!++;
      sums[group]! += k;
      squares[group]! += k * k;
    }
    for (let v = 0; v < n; v++) {
      const group = of[v]!;
      if (group < 0) continue;
      const size = members[group]!;
      const spread = size * squares[group]! - sums[group]! * sums[group]!;
      if (spread > 0) values[v] = (size * inside[v]! - sums[group]!) / Math.sqrt(spread);
    }
    return values;
  },
});
