import type { Graph } from '#analysis/graph/graph.ts';

/** What is left when one node is taken out. */
export interface Remainder {
  /** Component per node, numbered in node order; −1 for the node taken out. */
  readonly component: Int32Array;
  /** KPP fragmentation of the other n − 1 nodes; null below two of them. */
  readonly fragmentation: number | null;
  /** Pairs connected before and not after, neither of them the node. */
  readonly parted: number;
  /**
   * Nodes of the removed node's former component outside its largest remaining part, ascending: they reached
   * that part only through it. Of parts equally large the one with the lowest node counts as the largest.
   */
  readonly cutOff: readonly number[];
}

/**
 * Components and fragmentation of the graph without one node.
 *
 * F = 1 − Σ sₖ(sₖ − 1) / (n′(n′ − 1)) over the components of the other n′ = n − 1 nodes (Borgatti 2006); 0: all
 * connected, 1: nobody is.
 *
 * Cost     time O(n + m), memory 2n words.
 * Source   Borgatti 2006, doi:10.1007/s10588-006-7084-x
 */
export function fragmentationWithout(graph: Graph, removed: number): Remainder {
  const { n } = graph;
  const component = new Int32Array(n).fill(-1);
  const sizes: number[] = [];
  const stack: number[] = [];
  for (let start = 0; start < n; start++) {
    if (start === removed || component[start] !== -1) continue;
    sizes.push(fill(graph, start, removed, sizes.length, component, stack));
  }
  const others = n - 1;
  const connected = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  const parts = partsOf(graph, removed, component);
  let pairs = 0;
  let seen = 0;
  let largest = -1;
  for (const part of parts) {
    pairs += seen * sizes[part]!;
    seen += sizes[part]!;
    if (largest < 0 || sizes[part]! > sizes[largest]!) largest = part;
  }
  const cut = new Set(parts.filter((part) => part !== largest));
  const cutOff: number[] = [];
  if (cut.size > 0) {
    for (let v = 0; v < n; v++) if (cut.has(component[v]!)) cutOff.push(v);
  }
  return {
    component,
    fragmentation: others < 2 ? null : 1 - connected / (others * (others - 1)),
    parted: pairs,
    cutOff,
  };
}

function fill(
  graph: Graph,
  start: number,
  removed: number,
  label: number,
  component: Int32Array,
  stack: number[],
): number {
  component[start] = label;
  stack.push(start);
  let size = 0;
  for (let v = stack.pop(); v !== undefined; v = stack.pop()) {
    size++;
    for (let slot = graph.offsets[v]!; slot < graph.offsets[v + 1]!; slot++) {
      const w = graph.targets[slot]!;
      if (w === removed || component[w] !== -1) continue;
      component[w] = label;
      stack.push(w);
    }
  }
  return size;
}

/** The components that the removed node's partners are in, each once, lowest first. */
function partsOf(graph: Graph, removed: number, component: Int32Array): number[] {
  const parts = new Set<number>();
  for (let slot = graph.offsets[removed]!; slot < graph.offsets[removed + 1]!; slot++) {
    parts.add(component[graph.targets[slot]!]!);
  }
  return [...parts].sort((a, b) => a - b);
}
