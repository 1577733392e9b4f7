import type { Levels } from '#analysis/findings/levels.ts';
import type { DistanceRow } from '#analysis/findings/distance-row.ts';
import type { GrownDistances } from '#analysis/findings/grown-distances.ts';

/** Partners of a candidate tie by their distance from the removed node: at most 1, at most 2, any. */
export const rings = [1, 2, Infinity] as const;

/** The first ring that holds a node at this distance from the removed one. */
export function ringOf(distance: number): number {
  return distance <= 1 ? 0 : distance <= 2 ? 1 : 2;
}

/**
 * For every node, how much of what is lost a tie at that node could restore at the very most.
 *
 * Of a pair (i, j) at distance L before and L′ after, a tie (u, v) restores 1/max(d, L) − 1/L′ with
 * d = d(i,u) + length + d(v,j), where nothing was removed from d(v,j) ≥ d(j,b) − d(v,b). So a sum over i and j for u
 * alone, with v in a ring around b, is an upper bound for every v there; pairs that stay connected and pairs that
 * are parted are bounded apart, as one tie restores pairs of one kind only.
 *
 * Cost     `add`: time O(lost pairs of the source · levels + n); memory 6n words.
 */
export class BackupBounds {
  /** The largest finite distance met. */
  furthest = 0;
  /** node · 4 + ring, and the half at 3: over pairs that stay connected (the tie lies in one remaining component). */
  readonly #within: Float64Array;
  /** The same over pairs that are parted (the tie joins two remaining components); they have no half. */
  readonly #across: Float64Array;
  readonly #levels: Levels;
  readonly #newLength: number;
  /** level · 4 + ring, and the half at 3: what a node at that level from the source could restore of its pairs. */
  #withinAt = new Float64Array(64);
  #acrossAt = new Float64Array(64);

  constructor(n: number, levels: Levels, newLength: number) {
    this.#within = new Float64Array(4 * n);
    this.#across = new Float64Array(4 * n);
    this.#levels = levels;
    this.#newLength = newLength;
  }

  /** Bound of a tie at this node whose other end lies in the ring. */
  most(kind: 'within' | 'across', ring: number, node: number): number {
    return (kind === 'within' ? this.#within : this.#across)[4 * node + ring]!;
  }

  /**
   * Bound over the pairs that stay connected and of which this end of the tie covers its half: for a gain
   * d(i,u) − d(i,b) + d(v,j) − d(j,b) < L′ − L − length, so one end at least stays under half of that. A tie never
   * restores more than the halves of its two ends together.
   */
  half(node: number): number {
    return this.#within[4 * node + 3]!;
  }

  /** Adds a source whose `lost` first entries of `nodes` are the pairs it loses. */
  add(row: DistanceRow, fromRemoved: Float64Array, grown: GrownDistances, nodes: Uint32Array, lost: number) {
    const { after } = grown;
    const before = row.values;
    const levels = this.#measure(row, after);
    const near = fromRemoved[row.source]!;
    let highest = -1;
    let parted = false;
    // Lost pairs come nearest first: runs of one distance before and after share their sums.
    for (let k = 0; k < lost;) {
      const node = nodes[k]!;
      let next = k + 1;
      while (next < lost && before[nodes[next]!] === before[node] && after[nodes[next]!] === after[node])
        next++;
      if (after[node] === Infinity) parted = true;
      highest = Math.max(highest, this.#gains(before[node]!, after[node]!, near, next - k, levels));
      k = next;
    }
    this.#spread(after, highest, this.#withinAt, this.#within);
    if (parted) this.#spread(after, highest, this.#acrossAt, this.#across);
  }

  /** How many levels of distance the row has; clears the tables for them. */
  #measure(row: DistanceRow, after: Float64Array): number {
    let furthest = 0;
    for (let k = 0; k < row.reached; k++) {
      const distance = after[row.order[k]!]!;
      if (distance !== Infinity && distance > furthest) furthest = distance;
    }
    if (furthest > this.furthest) this.furthest = furthest;
    const levels = this.#levels.of(furthest) + 1;
    if (4 * levels > this.#withinAt.length) {
      this.#withinAt = new Float64Array(8 * levels);
      this.#acrossAt = new Float64Array(8 * levels);
    }
    this.#withinAt.fill(0, 0, 4 * levels);
    this.#acrossAt.fill(0, 0, 4 * levels);
    return levels;
  }

  /** Adds what could be restored of some pairs at every level; the highest level at which that is anything. */
  #gains(before: number, after: number, near: number, pairs: number, levels: number): number {
    const table = after === Infinity ? this.#acrossAt : this.#withinAt;
    const { width } = this.#levels;
    let highest = -1;
    for (let ring = 0; ring < rings.length; ring++) {
      // A lost pair's way ran through the removed node, so the rest of it lies beyond.
      const rest = this.#newLength + Math.max(0, before - near - rings[ring]!);
      for (let level = 0; level < levels; level++) {
        const gain = 1 / Math.max(level * width + rest, before) - 1 / after;
        if (gain <= 0) break;
        table[4 * level + ring]! += gain * pairs;
        if (level > highest) highest = level;
      }
    }
    if (after === Infinity) return highest;
    const middle = near + (after - before - this.#newLength) / 2;
    for (let level = 0; level <= highest && level * width <= middle; level++) {
      const gain = 1 / Math.max(level * width + this.#newLength, before) - 1 / after;
      table[4 * level + 3]! += gain * pairs;
    }
    return highest;
  }

  /** Adds each node's level of the table; nodes beyond the highest level that holds anything are passed over. */
  #spread(after: Float64Array, highest: number, table: Float64Array, into: Float64Array): void {
    const { width } = this.#levels;
    const limit = this.#levels.isCut(highest) ? Number.MAX_VALUE : (highest + 1) * width;
    for (let node = 0; node < after.length; node++) {
      const distance = after[node]!;
      if (distance > limit) continue;
      const from = 4 * this.#levels.of(distance);
      const to = 4 * node;
      into[to]! += table[from]!;
      into[to + 1]! += table[from + 1]!;
      into[to + 2]! += table[from + 2]!;
      into[to + 3]! += table[from + 3]!;
    }
  }
}
