import type { DistanceRow, Steps } from '#analysis/findings/distance-row.ts';
import { NodeHeap } from '#analysis/structures/node-heap.ts';

/** Sums of lengths that differ by less than this share are the same distance. */
export const sameDistance = 1e-9;

/**
 * What a row of distances becomes when one node is taken out, recomputed only where it grows.
 *
 * A node's distance grows when every step that led to it on a shortest route came from the removed node or from
 * another node whose distance grows; in the order of distance one look at its partners decides. The new distances
 * are then found by going nearest first from the nodes that kept theirs (Ramalingam and Reps 1996).
 *
 * Cost     time O(n + ties of the nodes that grow · log), memory 4n words for the object.
 * Source   Ramalingam and Reps 1996, doi:10.1006/jagm.1996.0046
 */
export class GrownDistances {
  /** Distances without the removed node; its own is Infinity. */
  readonly after: Float64Array;
  /** The nodes whose distance grew or became infinite; the first `count` are valid, nearest first. */
  readonly nodes: Uint32Array;
  count = 0;
  readonly #steps: Steps;
  readonly #heap: NodeHeap;
  readonly #asked: Uint32Array;
  readonly #grown: Uint32Array;
  #stamp = 0;

  constructor(steps: Steps) {
    this.#steps = steps;
    this.after = new Float64Array(steps.n);
    this.#heap = new NodeHeap(this.after);
    this.nodes = new Uint32Array(steps.n);
    this.#asked = new Uint32Array(steps.n);
    this.#grown = new Uint32Array(steps.n);
  }

  /** `row` must be a whole row (nobody left out) from a source other than `removed`. */
  without(removed: number, row: DistanceRow): void {
    this.after.set(row.values);
    this.after[removed] = Infinity;
    this.count = 0;
    if (row.values[removed] === Infinity) return;
    this.#find(removed, row);
    if (this.count === 0) return;
    this.#renew(removed);
    this.#dropUnchanged(row.values);
  }

  #find(removed: number, row: DistanceRow): void {
    const { values, order, place, reached } = row;
    const asked = this.#asked;
    const stamp = ++this.#stamp;
    let open = this.#askBeyond(removed, values);
    for (let at = place[removed]! + 1; open > 0 && at < reached; at++) {
      const node = order[at]!;
      if (asked[node] !== stamp) continue;
      open--;
      if (this.#isHeld(node, removed, values)) continue;
      this.#grown[node] = stamp;
      this.nodes[this.count++] = node;
      open += this.#askBeyond(node, values);
    }
  }

  /** Marks the partners that lie further out: they may have come through here. */
  #askBeyond(node: number, values: Float64Array): number {
    const { offsets, targets } = this.#steps;
    let fresh = 0;
    for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
      const partner = targets[slot]!;
      if (values[partner]! <= values[node]! || this.#asked[partner] === this.#stamp) continue;
      this.#asked[partner] = this.#stamp;
      fresh++;
    }
    return fresh;
  }

  /** Whether a partner that keeps its distance still leads here by a route as short. */
  #isHeld(node: number, removed: number, values: Float64Array): boolean {
    const { offsets, targets, lengths } = this.#steps;
    const limit = values[node]! * (1 + sameDistance);
    for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
      const partner = targets[slot]!;
      if (partner === removed || values[partner]! >= values[node]!) continue;
      if (this.#grown[partner] === this.#stamp) continue;
      if (values[partner]! + (lengths === null ? 1 : lengths[slot]!) <= limit) return true;
    }
    return false;
  }

  #renew(removed: number): void {
    const { offsets, targets, lengths } = this.#steps;
    const { after } = this;
    const heap = this.#heap;
    const grown = this.#grown;
    const stamp = this.#stamp;
    for (let k = 0; k < this.count; k++) after[this.nodes[k]!] = Infinity;
    for (let k = 0; k < this.count; k++) {
      const node = this.nodes[k]!;
      let best = Infinity;
      for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
        const partner = targets[slot]!;
        if (partner === removed || grown[partner] === stamp) continue;
        best = Math.min(best, after[partner]! + (lengths === null ? 1 : lengths[slot]!));
      }
      after[node] = best;
      if (best !== Infinity) heap.add(node);
    }
    while (heap.size > 0) {
      const node = heap.take();
      for (let slot = offsets[node]!; slot < offsets[node + 1]!; slot++) {
        const partner = targets[slot]!;
        if (grown[partner] !== stamp) continue;
        const distance = after[node]! + (lengths === null ? 1 : lengths[slot]!);
        if (distance >= after[partner]!) continue;
        after[partner] = distance;
        heap.add(partner);
      }
    }
  }

  /** With lengths a route may be renewed by one as long within the tolerance. */
  #dropUnchanged(values: Float64Array): void {
    let kept = 0;
    for (let k = 0; k < this.count; k++) {
      const node = this.nodes[k]!;
      if (this.after[node]! <= values[node]! * (1 + sameDistance)) continue;
      this.nodes[kept++] = node;
    }
    this.count = kept;
  }
}
