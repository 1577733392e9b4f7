import type { Graph, Groups } from '#analysis/graph/graph.ts';
import { whatDepends, type Dependence, type DependenceOptions } from '#analysis/findings/what-depends.ts';

/** An organization through which others reach each other, with what depends on it. */
export interface BridgeBuilder extends Dependence {
  /** 1 for the highest betweenness. */
  readonly rank: number;
  readonly betweenness: number;
  /** Groups of its partners and its own, ascending. */
  readonly connects: readonly number[];
}

export interface BridgeBuilderOptions extends DependenceOptions {
  /** How many at most; 10. */
  readonly top?: number;
}

const same = 1e-9;

/**
 * The organizations that most shortest routes run through, each with what the network would lose without it.
 *
 * Input    betweenness: raw, a value a node; groups: the partition in use.
 * Output   at most `top`, by betweenness; equal values (within 1e-9) in node order. A node whose betweenness is 0
 *          holds nothing together and is not listed; what depends on it can be asked by dependsOn.
 * Islands  see whatDepends.
 * Random   none; see whatDepends.
 * Cost     that of whatDepends for `top` nodes.
 * Errors   ABORTED
 */
export function bridgeBuilders(
  graph: Graph,
  groups: Groups,
  betweenness: Float64Array,
  options: BridgeBuilderOptions = {},
): readonly BridgeBuilder[] {
  const nodes = ranked(betweenness).slice(0, options.top ?? 10);
  return whatDepends(graph, groups, nodes, options).map((dependence, at) => ({
    ...dependence,
    rank: at + 1,
    betweenness: betweenness[dependence.node]!,
    connects: groupsAround(graph, groups, dependence.node),
  }));
}

/** Groups of a node's partners and its own, ascending. */
export function groupsAround(graph: Graph, groups: Groups, node: number): readonly number[] {
  const met = new Set([groups.of[node]!]);
  for (let slot = graph.offsets[node]!; slot < graph.offsets[node + 1]!; slot++) {
    met.add(groups.of[graph.targets[slot]!]!);
  }
  met.delete(-1);
  return [...met].sort((a, b) => a - b);
}

/** Nodes with a value above 0, highest first; a run of values as good as equal is put in node order. */
function ranked(values: Float64Array): number[] {
  const nodes = [...values.keys()]
    .filter((v) => values[v]! > 0)
    .sort((u, v) => values[v]! - values[u]! || u - v);
  for (let start = 0; start < nodes.length;) {
    const limit = values[nodes[start]!]! * (1 - same);
    let end = start + 1;
    while (end < nodes.length && values[nodes[end]!]! >= limit) end++;
    const run = nodes.slice(start, end).sort((u, v) => u - v);
    nodes.splice(start, run.length, ...run);
    start = end;
  }
  return nodes;
}
