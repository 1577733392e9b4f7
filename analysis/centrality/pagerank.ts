import { z } from 'zod';
import { checkAborted } from '#analysis/errors.ts';
import { defineMeasure } from '#analysis/measure.ts';

/** The sum of all changes in a step at which the iteration ends; the remaining error is at most 6 times that. */
const tolerance = 1e-14;

/** Where a walker along the ties is met, who now and then starts anew anywhere. */
export const pagerank = defineMeasure({
  level: 'organization',
  id: 'pagerank',
  label: 'PageRank',
  family: 'centrality',
  definition:
    'The share of time at which a random walker is at an organization: with probability d (damping, .85) it follows a tie, chosen in proportion to strength, else it starts anew at any organization: P(v) = (1−d)/n + d · (Σ over partners u of P(u) · s(u, v)/s(u) + D/n), where D is the mass at isolates, spread evenly. Sums to 1 over all organizations. On the undirected view.',
  unit: 'share, 0…1',
  cost: 'time O((n + m) · 200), memory 3n words',
  references: ['Brin, Page 1998, doi:10.1016/S0169-7552(98)00110-X'],
  needsGroups: false,
  reads: 'strengths',
  params: z.strictObject({
    damping: z.number().min(0).max(0.99).default(0.85).describe('Probability of following a tie.'),
  }),
  run: ({ n, offsets, targets, strengths }, { damping }, { signal }) => {
    const totals = new Float64Array(n);
    for (let v = 0; v < n; v++) {
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) totals[v]! += strengths[slot]!;
    }
    let ranks = new Float64Array(n).fill(1 / n);
    let next = new Float64Array(n);
    const sent = new Float64Array(n);
    // Each step shrinks the change to at most `damping` of itself; the bound is for rounding at the very end.
    const stepsAtMost = Math.ceil(Math.log(tolerance / 2) / Math.log(Math.max(damping, 0.1))) + 2;
    for (let step = 0; step < stepsAtMost; step++) {
      checkAborted(signal);
      let dangling = 0;
      for (let v = 0; v < n; v++) {
        if (totals[v] === 0) dangling += ranks[v]!;
        else sent[v] = ranks[v]! / totals[v]!;
      }
      const base = (1 - damping + damping * dangling) / n;
      let change = 0;
      for (let v = 0; v < n; v++) {
        let sum = 0;
        for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
          sum += sent[targets[slot]!]! * strengths[slot]!;
        }
        next[v] = base + damping * sum;
        change += Math.abs(next[v]! - ranks[v]!);
      }
      [ranks, next] = [next, ranks];
      if (change <= tolerance) break;
    }
    return ranks;
  },
});
