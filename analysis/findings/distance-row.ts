import type { Graph } from '#analysis/graph/graph.ts';
import { NodeHeap } from '#analysis/structures/node-heap.ts';

/** The part of a graph that distances need; lengths null: hops. */
export type Steps = Pick<Graph, 'n' | 'offsets' | 'targets' | 'lengths'>;

/**
 * Distances from one node to all, and the order in which they were settled. One object serves many sources
 * without allocating: `from` overwrites what was there.
 *
 * Cost     `from`: time O(m) in hops, O(m log n) with lengths; memory 4n words for the object.
 */
export class DistanceRow {
  /** Distance per node; Infinity where it is not reached. */
  readonly values: Float64Array;
  /** Nodes in the order of their distance; the first `reached` are valid. */
  readonly order: Uint32Array;
  /** Place of a reached node in `order`. */
  readonly place: Uint32Array;
  reached = 0;
  source = -1;
  readonly #steps: Steps;
  readonly #heap: NodeHeap;

  constructor(steps: Steps) {
    this.#steps = steps;
    this.values = new Float64Array(steps.n);
    this.#heap = new NodeHeap(this.values);
    this.order = new Uint32Array(steps.n);
    this.place = new Uint32Array(steps.n);
  }

  /** Fills the row from a source, as if `without` were not there (−1: nobody is left out). */
  from(source: number, without = -1): void {
    this.values.fill(Infinity);
    this.source = source;
    this.reached = 0;
    if (source === without) return;
    this.values[source] = 0;
    if (this.#steps.lengths === null) this.#breadthFirst(source, without);
    else this.#nearestFirst(source, without, this.#steps.lengths);
  }

  #settle(node: number): void {
    this.place[node] = this.reached;
    this.order[this.reached++] = node;
  }

  #breadthFirst(source: number, without: number): void {
    const { offsets, targets } = this.#steps;
    const { values, order } = this;
    this.#settle(source);
    for (let head = 0; head < this.reached; head++) {
      const v = order[head]!;
      const next = values[v]! + 1;
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const w = targets[slot]!;
        if (values[w] !== Infinity || w === without) continue;
        values[w] = next;
        this.#settle(w);
      }
    }
  }

  #nearestFirst(source: number, without: number, lengths: Float64Array): void {
    const { offsets, targets } = this.#steps;
    const { values } = this;
    const heap = this.#heap;
    heap.add(source);
    while (heap.size > 0) {
      const v = heap.take();
      this.#settle(v);
      for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
        const w = targets[slot]!;
        const distance = values[v]! + lengths[slot]!;
        if (w === without || distance >= values[w]!) continue;
        values[w] = distance;
        heap.add(w);
      }
    }
  }
}
