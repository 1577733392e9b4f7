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
  /** ring → node → bound, over pairs that stay connected (the tie lies inside one remaining component). */
  readonly within: readonly Float64Array[];
  /**
   * node → bound over the pairs that stay connected and of which this end of the tie covers its half: for a gain
   * d(i,u) − d(i,b) + d(v,j) − d(j,b) < L′ − L − length, so one end at least stays under half of that. A tie never
   * restores more than its two ends' halves together.
   */
  readonly half: Float64Array;
  /** ring → node → bound over pairs that are parted (the tie joins two remaining components). */
  readonly across: readonly Float64Array[];
  /** The largest finite distance met. */
  furthest = 0;
  readonly #levels: Levels;
  readonly #newLength: number;
  #within: Float64Array[] = rings.map(() => new Float64Array(16));
  #across: Float64Array[] = rings.map(() => new Float64Array(16));
  #half = new Float64Array(16);

  constructor(n: number, levels: Levels, newLength: number) {
    this.within = rings.map(() => new Float64Array(n));
    this.across = rings.map(() => new Float64Array(n));
    this.half = new Float64Array(n);
    this.#levels = levels;
    this.#newLength = newLength;
  }

  /** Adds a source whose `lost` first entries of `nodes` are the pairs it loses. */
  add(row: DistanceRow, fromRemoved: Float64Array, grown: GrownDistances, nodes: Uint32Array, lost: number) {
    const { after } = grown;
    let furthest = 0;
    for (let k = 0; k < row.reached; k++) {
      const distance = after[row.order[k]!]!;
      if (distance !== Infinity && distance > furthest) furthest = distance;
    }
    this.furthest = Math.max(this.furthest, furthest);
    const levels = this.#levels.of(furthest) + 1;
    this.#clear(levels);
    let parted = false;
    for (let k = 0; k < lost; k++) {
      const node = nodes[k]!;
      if (after[node] === Infinity) parted = true;
      this.#gains(row.values[node]!, after[node]!, fromRemoved[node]!, fromRemoved[row.source]!, levels);
    }
    this.#spread(row, after, this.#half, this.half);
    for (let ring = 0; ring < rings.length; ring++) {
      this.#spread(row, after, this.#within[ring]!, this.within[ring]!);
      if (parted) this.#spread(row, after, this.#across[ring]!, this.across[ring]!);
    }
  }

  #clear(levels: number): void {
    if (levels > this.#within[0]!.length) {
      this.#within = rings.map(() => new Float64Array(levels * 2));
      this.#across = rings.map(() => new Float64Array(levels * 2));
      this.#half = new Float64Array(levels * 2);
      return;
    }
    for (const table of this.#within) table.fill(0);
    for (const table of this.#across) table.fill(0);
    this.#half.fill(0);
  }

  #gains(before: number, after: number, beyond: number, near: number, levels: number): void {
    const tables = after === Infinity ? this.#across : this.#within;
    for (let ring = 0; ring < rings.length; ring++) {
      const table = tables[ring]!;
      const rest = this.#newLength + Math.max(0, beyond - rings[ring]!);
      for (let level = 0; level < levels; level++) {
        const gain = 1 / Math.max(level * this.#levels.width + rest, before) - 1 / after;
        if (gain <= 0) break;
        table[level]! += gain;
      }
    }
    if (after === Infinity) return;
    const middle = near + (after - before - this.#newLength) / 2;
    for (let level = 0; level < levels && level * this.#levels.width <= middle; level++) {
      const gain = 1 / Math.max(level * this.#levels.width + this.#newLength, before) - 1 / after;
      if (gain <= 0) break;
      this.#half[level]! += gain;
    }
  }

  #spread(row: DistanceRow, after: Float64Array, table: Float64Array, into: Float64Array): void {
    for (let k = 0; k < row.reached; k++) {
      const node = row.order[k]!;
      const distance = after[node]!;
      if (distance !== Infinity) into[node]! += table[this.#levels.of(distance)]!;
    }
  }
}
