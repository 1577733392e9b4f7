import { defineMeasure, noParams } from '#analysis/measure.ts';

/** The share of the possible ties that are there. */
export const density = defineMeasure({
  level: 'network',
  id: 'density',
  label: 'Density',
  family: 'structure',
  definition:
    'The share of all pairs of organizations that are tied: 2m / n(n−1). Null below two organizations.',
  unit: 'share, 0…1',
  cost: 'time O(1)',
  references: ['Wasserman, Faust 1994, doi:10.1017/CBO9780511815478, section 4.3'],
  needsGroups: false,
  reads: 'ties',
  params: noParams,
  run: ({ n, ties }) => (n < 2 ? null : ties.count / ((n * (n - 1)) / 2)),
});
