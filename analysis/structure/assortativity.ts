import { defineMeasure, noParams } from '#analysis/measure.ts';

/** Whether ties keep to the groups. */
export const assortativity = defineMeasure({
  level: 'network',
  id: 'assortativity',
  label: 'Assortativity',
  family: 'structure',
  definition:
    'Whether ties keep to the groups: r = (Σ e(g, g) − Σ a(g)²) / (1 − Σ a(g)²), where e(g, g) is the share of ties inside group g and a(g) the share of tie ends at its members. 1: all ties inside groups; 0: as chance would give. Ties with an organization that is in no group are left out. Null without a tie and where all ends are in one group.',
  unit: 'coefficient, −1…1',
  cost: 'time O(m), memory one word a group',
  references: ['Newman 2003, doi:10.1103/PhysRevE.67.026126'],
  needsGroups: true,
  reads: 'ties',
  params: noParams,
  run: ({ ties }, _, { groups }) => {
    if (groups === null) return null;
    const ends = new Float64Array(groups.count);
    let inside = 0;
    let count = 0;
    for (let tie = 0; tie < ties.count; tie++) {
      const one = groups.of[ties.a[tie]!]!;
      const two = groups.of[ties.b[tie]!]!;
      if (one < 0 || two < 0) continue;
      count++;
      ends[one]!++;
      ends[two]!++;
      if (one === two) inside++;
    }
    let squares = 0;
    for (const end of ends) squares += end * end;
    // Over (2 · count)²: whole numbers until the one division.
    const all = 4 * count * count;
    return squares === all ? null : (4 * count * inside - squares) / (all - squares);
  },
});
