import { orderLabels } from '#analysis/community/order-labels.ts';
import type { Rows } from '#analysis/community/level.ts';
import type { Random } from '#analysis/graph/random.ts';

const sweepsAtMost = 100;

/**
 * Communities by label propagation: every node takes the label that is strongest among its neighbours, again and
 * again in random order, until each has one of its strongest. Fast and rough; nothing is optimized.
 *
 * Input    symmetric rows; strengths count (all 1 where the lens ignores them).
 * Output   Uint32Array[n], labels 0…k−1, largest first, of equal size the one with the first node.
 * Islands  each a community of its own.
 * Random   the order of nodes in each sweep, the choice among equally strong labels (1e-9 relative).
 * Cost     time O(m) a sweep, at most 100 sweeps; memory 4n words.
 * Source   Raghavan, Albert, Kumara 2007, doi:10.1103/PhysRevE.76.036106
 */
export function labelPropagation(graph: Rows, random: Random): Uint32Array {
  const { n, offsets, targets, strengths } = graph;
  const labels = Uint32Array.from({ length: n }, (_, v) => v);
  const order = labels.slice();
  const sums = new Float64Array(n);
  const met = new Uint32Array(n);
  for (let sweep = 0, changed = true; changed && sweep < sweepsAtMost; sweep++) {
    changed = false;
    for (const v of random.shuffle(order)) {
      let mets = 0;
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const label = labels[targets[slot]!]!;
        if (sums[label] === 0) met[mets++] = label;
        sums[label]! += strengths[slot]!;
      }
      if (mets === 0) continue;
      let most = 0;
      for (let i = 0; i < mets; i++) most = Math.max(most, sums[met[i]!]!);
      const least = most * (1 - 1e-9);
      const stays = sums[labels[v]!]! >= least;
      let equal = 0;
      for (let i = 0; i < mets; i++) {
        const label = met[i]!;
        if (sums[label]! >= least) met[equal++] = label;
        sums[label] = 0;
      }
      if (stays) continue;
      labels[v] = met[random.below(equal)]!;
      changed = true;
    }
  }
  orderLabels(labels);
  return labels;
}
