import type { Graph } from '#analysis/graph/graph.ts';
import type { ShortestPaths } from '#analysis/paths/shortest-paths.ts';

/**
 * Shortest paths in hops: breadth first, counting paths on the way.
 *
 * Cost     search, accumulate: time O(n + m) of the source's component; memory 7n words for the object.
 */
export class HopPaths implements ShortestPaths {
  /** −1: not reached by the last search. */
  readonly distance: Int32Array;
  readonly order: Uint32Array;
  reached = 0;
  readonly #offsets: Uint32Array;
  readonly #targets: Uint32Array;
  /** How many shortest paths lead from the source to a node. */
  readonly #paths: Float64Array;
  /** (1 + dependency) / paths, of the nodes done by accumulate. */
  readonly #share: Float64Array;

  constructor(graph: Pick<Graph, 'n' | 'offsets' | 'targets'>) {
    this.#offsets = graph.offsets;
    this.#targets = graph.targets;
    this.distance = new Int32Array(graph.n).fill(-1);
    this.order = new Uint32Array(graph.n);
    this.#paths = new Float64Array(graph.n);
    this.#share = new Float64Array(graph.n);
  }

  search(source: number): void {
    const { distance, order } = this;
    const offsets = this.#offsets;
    const targets = this.#targets;
    const paths = this.#paths;
    for (let i = 0; i < this.reached; i++) distance[order[i]!] = -1;
    distance[source] = 0;
    paths[source] = 1;
    order[0] = source;
    let reached = 1;
    for (let head = 0; head < reached; head++) {
      const v = order[head]!;
      const next = distance[v]! + 1;
      const through = paths[v]!;
      const end = offsets[v + 1]!;
      for (let slot = offsets[v]!; slot < end; slot++) {
        const w = targets[slot]!;
        const known = distance[w]!;
        if (known < 0) {
          distance[w] = next;
          paths[w] = through;
          order[reached++] = w;
        } else if (known === next) {
          paths[w]! += through;
        }
      }
    }
    this.reached = reached;
  }

  accumulate(into: Float64Array): void {
    const { distance, order } = this;
    const offsets = this.#offsets;
    const targets = this.#targets;
    const paths = this.#paths;
    const share = this.#share;
    // Farthest first; the source itself lies between nobody.
    for (let i = this.reached - 1; i > 0; i--) {
      const v = order[i]!;
      const next = distance[v]! + 1;
      const end = offsets[v + 1]!;
      let behind = 0;
      for (let slot = offsets[v]!; slot < end; slot++) {
        const w = targets[slot]!;
        if (distance[w] === next) behind += share[w]!;
      }
      const dependency = behind * paths[v]!;
      into[v]! += dependency;
      share[v] = (1 + dependency) / paths[v]!;
    }
  }
}
