import { checkAborted } from '#analysis/errors.ts';
import { defineMeasure, noParams } from '#analysis/measure.ts';

/** How much an organization's partners depend on each other: low for one who spans structural holes. */
export const constraint = defineMeasure({
  level: 'organization',
  id: 'constraint',
  label: 'Constraint',
  family: 'brokerage',
  definition:
    'Burt’s constraint: how much of an organization’s time and energy is bound in partners who are bound to each other. C(i) = Σ over partners j of (p(i, j) + Σ over common partners q of p(i, q) · p(q, j))², where p(i, j) is the share of j in the strength of i. Low for one who spans structural holes. Null for an isolate.',
  unit: 'dimensionless, > 0…9/8',
  cost: 'time O(Σ over ties of the degree of either end), memory 2n words',
  references: ['Burt 1992, Structural Holes, Harvard University Press, chapter 2'],
  needsGroups: false,
  reads: 'strengths',
  params: noParams,
  run: ({ n, offsets, targets, strengths }, _, { signal }) => {
    const totals = new Float64Array(n);
    for (let v = 0; v < n; v++) {
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) totals[v]! += strengths[slot]!;
    }
    const values = new Float64Array(n).fill(NaN);
    /** p(i, j) and the ways round, for the partners j of i; −1 elsewhere. */
    const invested = new Float64Array(n).fill(-1);
    for (let i = 0; i < n; i++) {
      checkAborted(signal);
      const start = offsets[i]!;
      const end = offsets[i + 1]!;
      if (start === end) continue;
      const total = totals[i]!;
      for (let slot = start; slot < end; slot++) invested[targets[slot]!] = strengths[slot]! / total;
      for (let slot = start; slot < end; slot++) {
        const q = targets[slot]!;
        const share = strengths[slot]! / total / totals[q]!;
        for (let two = offsets[q]!; two < offsets[q + 1]!; two++) {
          const j = targets[two]!;
          if (invested[j]! >= 0) invested[j]! += share * strengths[two]!;
        }
      }
      let sum = 0;
      for (let slot = start; slot < end; slot++) {
        const j = targets[slot]!;
        sum += invested[j]! * invested[j]!;
        invested[j] = -1;
      }
      values[i] = sum;
    }
    return values;
  },
});
