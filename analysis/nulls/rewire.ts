import type { Ties } from '#analysis/graph/graph.ts';
import type { Random } from '#analysis/graph/random.ts';
import { paced, type Chain } from '#analysis/nulls/chain.ts';
import { pairSet } from '#analysis/structures/pair-set.ts';

/** Rewired ties, each from a to b; the arrays hold the present sample. */
export interface RewiredTies extends Chain {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Stays with its tie: a swap leaves the first end and exchanges the second (of the turned tie, its a). */
  readonly strength: Float64Array;
}

/**
 * The null of stated ties: every node keeps its number of partners, whom it is tied to is random.
 *
 * A swap takes two ties and a coin: a–b, c–d become a–d, c–b; or, the second tie turned round, a–c, d–b. It is
 * accepted unless it would make a loop or a tie that is there. Without the turn the degree at a's end and the degree
 * at b's end would each be kept, which is a smaller space than the one meant.
 *
 * Input    merged ties of the undirected simple view (no loops, no parallels); a directed network is seen so too.
 * Output   a chain (pace: chain.ts) whose arrays change with each sample.
 * Islands  stay islands.
 * Random   ties and coin, from random alone.
 * Cost     time O(1) a try; memory 4 words a tie, and a set of pairs.
 * Errors   none; a null that cannot move (star, complete graph, one tie) says so by next() = false
 * Source   Maslov, Sneppen 2002, doi:10.1126/science.1065103; Fosdick et al. 2018, doi:10.1137/16M1087175
 */
export function rewire(ties: Ties, n: number, random: Random): RewiredTies {
  const { count } = ties;
  const a = ties.a.slice();
  const b = ties.b.slice();
  const strength = ties.strength.slice();
  const tied = pairSet(n, n, count);
  for (let tie = 0; tie < count; tie++) tied.add(a[tie]!, b[tie]!);

  const swap = (): boolean => {
    const one = random.below(count);
    const two = random.below(count);
    const turned = (random.bits() & 1) === 1;
    const a1 = a[one]!;
    const b1 = b[one]!;
    const a2 = turned ? b[two]! : a[two]!;
    const b2 = turned ? a[two]! : b[two]!;
    if (a1 === b2 || a2 === b1) return false;
    if (tied.has(Math.min(a1, b2), Math.max(a1, b2))) return false;
    if (tied.has(Math.min(a2, b1), Math.max(a2, b1))) return false;
    tied.remove(Math.min(a1, b1), Math.max(a1, b1));
    tied.remove(Math.min(a2, b2), Math.max(a2, b2));
    tied.add(Math.min(a1, b2), Math.max(a1, b2));
    tied.add(Math.min(a2, b1), Math.max(a2, b1));
    b[one] = b2;
    a[two] = a2;
    b[two] = b1;
    return true;
  };
  return { a, b, strength, ...paced(count, swap) };
}
