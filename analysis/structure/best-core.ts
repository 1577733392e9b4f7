import { checkAborted } from '#analysis/errors.ts';
import { degree, type Graph } from '#analysis/graph/graph.ts';

export interface Core {
  /** 1: in the core. */
  readonly members: Uint8Array;
  readonly size: number;
  /** With the ideal of this core; the best found, so a lower bound of the best there is. */
  readonly correlation: number;
}

/** A rise below this is rounding. */
const rise = 1e-12;

/**
 * Splits the nodes into a core and a periphery so that the ties correlate with "either end is in the core".
 *
 * For a core of a given size the correlation only depends on how many ties touch it, so the search covers ties with
 * few nodes: every cut of two orders (by degree; greedily by ties not yet touched), the best of each improved by single
 * moves and swaps until nothing rises. Both orders are fixed by the input order, so the result is too.
 *
 * Output   null where the ties do not vary (no pair or every pair tied) or below three nodes.
 * Cost     time O((n + m) · improving moves); memory 4n words.
 * Source   Borgatti, Everett 1999, doi:10.1016/S0378-8733(99)00019-2
 */
export function bestCore(graph: Graph, signal: AbortSignal): Core | null {
  const { n } = graph;
  const pairs = (n * (n - 1)) / 2;
  if (n < 3 || graph.ties.count === 0 || graph.ties.count === pairs) return null;
  const byDegree = [...Array(n).keys()].sort((u, v) => degree(graph, v) - degree(graph, u) || u - v);
  const cores = [byDegree, greedyCover(graph)].map((order) => {
    const search = new CoreSearch(graph, order);
    while (search.improve()) checkAborted(signal);
    return { members: search.members, size: search.size, correlation: search.correlation };
  });
  return cores.reduce((best, core) => (core.correlation > best.correlation + rise ? core : best));
}

/** Nodes in the order in which each touches the most ties that none before it touches. */
function greedyCover({ n, offsets, targets }: Graph): number[] {
  const open = Float64Array.from({ length: n }, (_, v) => offsets[v + 1]! - offsets[v]!);
  // Buckets by open ties, each with its nodes ascending; a node whose count has fallen since is put where it belongs.
  const buckets: number[][] = Array.from({ length: n }, () => []);
  for (let v = n - 1; v >= 0; v--) buckets[open[v]!]!.push(v);
  const taken = new Uint8Array(n);
  const order: number[] = [];
  for (let count = n - 1; count >= 0;) {
    const v = buckets[count]!.pop();
    if (v === undefined) {
      count--;
      continue;
    }
    if (open[v] !== count) {
      buckets[open[v]!]!.push(v);
      continue;
    }
    taken[v] = 1;
    order.push(v);
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) {
      if (taken[targets[slot]!] === 0) open[targets[slot]!]!--;
    }
  }
  return order;
}

/** A core that moves and swaps improve. */
class CoreSearch {
  readonly members: Uint8Array;
  size: number;
  correlation: number;
  readonly #graph: Graph;
  /** Ties of a node to the periphery. */
  readonly #outer: Uint32Array;
  /** Ties that touch the core. */
  #touched: number;

  /** Starts from the best cut of an order of all nodes. */
  constructor(graph: Graph, order: readonly number[]) {
    this.#graph = graph;
    this.members = new Uint8Array(graph.n);
    this.#outer = Uint32Array.from({ length: graph.n }, (_, v) => degree(graph, v));
    this.#touched = 0;
    this.size = 0;
    this.correlation = -Infinity;
    let best = { size: 0, correlation: -Infinity };
    for (const v of order.slice(0, -2)) {
      this.#toggle(v);
      if (this.correlation > best.correlation + rise)
        best = { size: this.size, correlation: this.correlation };
    }
    for (const v of order.slice(best.size, -2).reverse()) this.#toggle(v);
  }

  /** Makes the move or swap that raises the correlation most; false where none does. */
  improve(): boolean {
    const { size, correlation } = this;
    const core = this.#extremes(1);
    const rim = this.#extremes(0);
    const grown = size < this.#graph.n - 2 ? this.#worth(size + 1, this.#touched + rim.most) : -Infinity;
    const shrunk = size > 1 ? this.#worth(size - 1, this.#touched - core.least) : -Infinity;
    const [out, into] = this.#bestSwap(core, rim);
    const gain = this.#outer[into]! - this.#outer[out]! + (this.#tied(out, into) ? 1 : 0);
    const swapped = this.#worth(size, this.#touched + gain);
    const best = Math.max(grown, shrunk, swapped);
    if (best <= correlation + rise) return false;
    if (best === grown) this.#toggle(rim.withMost[0]!);
    else if (best === shrunk) this.#toggle(core.withLeast[0]!);
    else {
      this.#toggle(out);
      this.#toggle(into);
    }
    return true;
  }

  /** Of the extremes, a tied pair gains one tie more than another: the tie between them stays touched. */
  #bestSwap(core: Extremes, rim: Extremes): [out: number, into: number] {
    const wanted = new Set(rim.withMost);
    const { offsets, targets } = this.#graph;
    for (const out of core.withLeast) {
      for (let slot = offsets[out]!; slot < offsets[out + 1]!; slot++) {
        if (wanted.has(targets[slot]!)) return [out, targets[slot]!];
      }
    }
    return [core.withLeast[0]!, rim.withMost[0]!];
  }

  #tied(u: number, v: number): boolean {
    const { offsets, targets } = this.#graph;
    return targets.subarray(offsets[u], offsets[u + 1]).includes(v);
  }

  /** Which nodes of the core (1) or the periphery (0) have the fewest and the most ties to the periphery. */
  #extremes(side: 0 | 1): Extremes {
    let least = Infinity;
    let most = -1;
    for (let v = 0; v < this.#graph.n; v++) {
      if (this.members[v] !== side) continue;
      least = Math.min(least, this.#outer[v]!);
      most = Math.max(most, this.#outer[v]!);
    }
    const withLeast: number[] = [];
    const withMost: number[] = [];
    for (let v = 0; v < this.#graph.n; v++) {
      if (this.members[v] !== side) continue;
      if (this.#outer[v] === least) withLeast.push(v);
      if (this.#outer[v] === most) withMost.push(v);
    }
    return { least, most, withLeast, withMost };
  }

  /** Moves a node to the other side. */
  #toggle(v: number): void {
    const { offsets, targets } = this.#graph;
    const joins = this.members[v] === 0;
    this.#touched += joins ? this.#outer[v]! : -this.#outer[v]!;
    this.size += joins ? 1 : -1;
    this.members[v] = joins ? 1 : 0;
    const change = joins ? -1 : 1;
    for (let slot = offsets[v]!; slot < offsets[v + 1]!; slot++) this.#outer[targets[slot]!]! += change;
    this.correlation = this.#worth(this.size, this.#touched);
  }

  /** Pearson correlation of two 0/1 columns over all pairs: tied, and touched by a core of this size. */
  #worth(size: number, touched: number): number {
    const { n, ties } = this.#graph;
    const pairs = (n * (n - 1)) / 2;
    const ideal = pairs - ((n - size) * (n - size - 1)) / 2;
    const spread = ties.count * (pairs - ties.count) * (ideal * (pairs - ideal));
    return spread === 0 ? -Infinity : (pairs * touched - ties.count * ideal) / Math.sqrt(spread);
  }
}

interface Extremes {
  readonly least: number;
  readonly most: number;
  readonly withLeast: readonly number[];
  readonly withMost: readonly number[];
}
