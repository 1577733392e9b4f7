import { oncePerGraph } from '#analysis/structures/once-per-graph.ts';

export interface CutPoints {
  /** 1: without this node its component falls apart. */
  readonly nodes: Uint8Array;
  /** 1: without this tie (by index in graph.ties) its component falls apart. */
  readonly ties: Uint8Array;
}

/**
 * Articulation points and bridges, in one walk in depth: a subtree that reaches no higher than the node above it hangs
 * on that node; no higher than its own root, on the tie above. Without recursion, so that a path of a million is no
 * matter.
 *
 * Cost     time O(n + m), once a graph; memory 6n words.
 * Source   Hopcroft, Tarjan 1973, doi:10.1145/362248.362272; Tarjan 1974, doi:10.1016/0020-0190(74)90003-9
 */
export const cutPoints = oncePerGraph((graph): CutPoints => {
  const { n, offsets, targets, tieAt } = graph;
  const nodes = new Uint8Array(n);
  const ties = new Uint8Array(graph.ties.count);
  /** When a node was entered, from 1; 0: not yet. */
  const entered = new Uint32Array(n);
  /** The earliest entered node that its subtree reaches by one tie beside the tree. */
  const lowest = new Uint32Array(n);
  const next = offsets.slice(0, n);
  const stack = new Uint32Array(n);
  /** The tie by which a node was entered; −1: a root. */
  const by = new Int32Array(n).fill(-1);
  let clock = 0;
  for (let root = 0; root < n; root++) {
    if (entered[root]! > 0) continue;
    entered[root] = lowest[root] = ++clock;
    stack[0] = root;
    let depth = 1;
    let branches = 0;
    while (depth > 0) {
      const v = stack[depth - 1]!;
      const slot = next[v]!;
      if (slot < offsets[v + 1]!) {
        next[v] = slot + 1;
        const w = targets[slot]!;
        if (entered[w] === 0) {
          entered[w] = lowest[w] = ++clock;
          by[w] = tieAt[slot]!;
          stack[depth++] = w;
        } else if (tieAt[slot] !== by[v] && entered[w]! < lowest[v]!) {
          lowest[v] = entered[w]!;
        }
        continue;
      }
      depth--;
      if (depth === 0) continue;
      const above = stack[depth - 1]!;
      if (lowest[v]! < lowest[above]!) lowest[above] = lowest[v]!;
      if (lowest[v]! > entered[above]!) ties[by[v]!] = 1;
      if (above === root) branches++;
      else if (lowest[v]! >= entered[above]!) nodes[above] = 1;
    }
    if (branches > 1) nodes[root] = 1;
  }
  return { nodes, ties };
});
