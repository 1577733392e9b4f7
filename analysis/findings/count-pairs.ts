import type { Groups, Ties, TwoMode } from '#analysis/graph/graph.ts';
import { SeenPairs } from '#analysis/structures/seen-pairs.ts';

/** Counts of a pair of groups a < b, at pairAt(a, b, groups). */
export interface PairCounts {
  /** Distinct ties between them. */
  readonly ties: Uint32Array;
  /** Stated ties between them, and for each event the pairs of its members, one of each: repeats count again. */
  readonly joint: Uint32Array;
}

/** How many unordered pairs of different groups there are. */
export function pairsOf(groups: number): number {
  return (groups * (groups - 1)) / 2;
}

/** Place of the pair a < b in row order: (0,1), (0,2), … (1,2), … */
export function pairAt(a: number, b: number, groups: number): number {
  return a * groups - (a * (a + 1)) / 2 + (b - a - 1);
}

/**
 * A counter of ties and joint participations between groups, used again for every random network.
 *
 * Input    groups: −1 is in no pair.
 * Output   a function of stated ties and two-mode parts; its arrays are used again by the next call.
 * Cost     time O(ties + Σ k²) a call.
 */
export function pairCounter(groups: Groups): (stated: Ties, projected: readonly TwoMode[]) => PairCounts {
  const { of, count } = groups;
  const ties = new Uint32Array(pairsOf(count));
  const joint = new Uint32Array(pairsOf(count));
  const seen = new SeenPairs();
  return (stated, projected) => {
    ties.fill(0);
    joint.fill(0);
    seen.forgetAll();
    const mixed = projected.length > 0;
    const add = (u: number, v: number): void => {
      const one = of[u]!;
      const two = of[v]!;
      if (one === two || one < 0 || two < 0) return;
      const pair = one < two ? pairAt(one, two, count) : pairAt(two, one, count);
      joint[pair]!++;
      // Stated ties are distinct already.
      if (!mixed || seen.isNew(u, v)) ties[pair]!++;
    };
    for (let tie = 0; tie < stated.count; tie++) add(stated.a[tie]!, stated.b[tie]!);
    for (const { events, offsets, members } of projected) {
      for (let event = 0; event < events; event++) {
        const end = offsets[event + 1]!;
        for (let i = offsets[event]!; i < end; i++) {
          for (let j = i + 1; j < end; j++) add(members[i]!, members[j]!);
        }
      }
    }
    return { ties, joint };
  };
}
