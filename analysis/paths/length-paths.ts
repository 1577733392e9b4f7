import type { Graph } from '#analysis/graph/graph.ts';
import type { ShortestPaths } from '#analysis/paths/shortest-paths.ts';
import { NodeHeap } from '#analysis/structures/node-heap.ts';

/** Two sums of lengths count as equal up to this, relative: 1/3 + 1/3 + 1/3 is as long as 1. */
const equality = 1e-9;

/**
 * Shortest paths where each step has a length > 0: nearest first (Dijkstra 1959), then the paths counted in the order
 * in which nodes were settled. Counting after settling keeps the two phases agreed on which paths are equally short.
 *
 * Cost     search: time O(m log n), accumulate: O(m), of the source's component; memory 10n words for the object.
 */
export class LengthPaths implements ShortestPaths {
  /** Infinity: not reached by the last search. */
  readonly distance: Float64Array;
  readonly order: Uint32Array;
  reached = 0;
  readonly #offsets: Uint32Array;
  readonly #targets: Uint32Array;
  readonly #lengths: Float64Array;
  readonly #heap: NodeHeap;
  /** Place in order of a settled node. */
  readonly #place: Uint32Array;
  readonly #paths: Float64Array;
  readonly #share: Float64Array;

  constructor(graph: Pick<Graph, 'n' | 'offsets' | 'targets'>, lengths: Float64Array) {
    this.#offsets = graph.offsets;
    this.#targets = graph.targets;
    this.#lengths = lengths;
    this.distance = new Float64Array(graph.n).fill(Infinity);
    this.order = new Uint32Array(graph.n);
    this.#heap = new NodeHeap(this.distance);
    this.#place = new Uint32Array(graph.n);
    this.#paths = new Float64Array(graph.n);
    this.#share = new Float64Array(graph.n);
  }

  search(source: number): void {
    for (let i = 0; i < this.reached; i++) this.distance[this.order[i]!] = Infinity;
    this.#settle(source);
    this.#countPaths(source);
  }

  #settle(source: number): void {
    const { distance, order } = this;
    const offsets = this.#offsets;
    const targets = this.#targets;
    const lengths = this.#lengths;
    const heap = this.#heap;
    let reached = 0;
    distance[source] = 0;
    heap.add(source);
    while (heap.size > 0) {
      const v = heap.take();
      this.#place[v] = reached;
      order[reached++] = v;
      const end = offsets[v + 1]!;
      for (let slot = offsets[v]!; slot < end; slot++) {
        const w = targets[slot]!;
        const length = distance[v]! + lengths[slot]!;
        // Lengths are positive, so a settled node is never shortened again.
        if (length >= distance[w]!) continue;
        distance[w] = length;
        heap.add(w);
      }
    }
    this.reached = reached;
  }

  #countPaths(source: number): void {
    const { distance, order, reached } = this;
    const offsets = this.#offsets;
    const targets = this.#targets;
    const lengths = this.#lengths;
    const place = this.#place;
    const paths = this.#paths;
    paths[source] = 1;
    for (let i = 1; i < reached; i++) {
      const w = order[i]!;
      const bound = distance[w]! * (1 + equality);
      const end = offsets[w + 1]!;
      let count = 0;
      for (let slot = offsets[w]!; slot < end; slot++) {
        const v = targets[slot]!;
        if (place[v]! < i && distance[v]! + lengths[slot]! <= bound) count += paths[v]!;
      }
      paths[w] = count;
    }
  }

  accumulate(into: Float64Array): void {
    const { distance, order } = this;
    const offsets = this.#offsets;
    const targets = this.#targets;
    const lengths = this.#lengths;
    const place = this.#place;
    const paths = this.#paths;
    const share = this.#share;
    for (let i = this.reached - 1; i > 0; i--) {
      const v = order[i]!;
      const end = offsets[v + 1]!;
      let behind = 0;
      for (let slot = offsets[v]!; slot < end; slot++) {
        const w = targets[slot]!;
        const isBehind = place[w]! > i && distance[v]! + lengths[slot]! <= distance[w]! * (1 + equality);
        if (isBehind) behind += share[w]!;
      }
      const dependency = behind * paths[v]!;
      into[v]! += dependency;
      share[v] = (1 + dependency) / paths[v]!;
    }
  }
}
