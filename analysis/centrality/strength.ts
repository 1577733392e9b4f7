import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The sum of the strengths of an organization's ties. */
export const strength = defineMeasure({
  level: 'organization',
  id: 'strength',
  label: 'Strength',
  family: 'centrality',
  definition:
    'The sum of the strengths of the ties of an organization; its degree where strengths are ignored. An isolate has 0.',
  unit: 'strength, ≥ 0',
  cost: 'time O(n + m)',
  references: ['Barrat, Barthélemy, Pastor-Satorras, Vespignani 2004, doi:10.1073/pnas.0400087101'],
  needsGroups: false,
  reads: 'strengths',
  params: noParams,
  run: ({ n, offsets, strengths }) => {
    const values = new Float64Array(n);
    for (let v = 0; v < n; v++) {
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) values[v]! += strengths[slot]!;
    }
    return values;
  },
});
