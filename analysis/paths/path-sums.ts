import { AnalysisError } from '#analysis/errors.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import type { MeasureContext } from '#analysis/measure.ts';
import type { ShortestPaths } from '#analysis/paths/shortest-paths.ts';
import { visitSources } from '#analysis/paths/visit-sources.ts';

/** What one pass over the shortest paths from every node leaves behind, per node. */
export interface PathSums {
  /** Nodes reached, the node itself among them: the size of its component. */
  readonly reached: Uint32Array;
  /** Σ distance to the nodes reached. */
  readonly far: Float64Array;
  /** Σ 1/distance to the other nodes reached. */
  readonly near: Float64Array;
  /** The greatest distance to a node reached. */
  readonly farthest: Float64Array;
  /** Betweenness: each unordered pair once. */
  readonly between: Float64Array;
}

const sumsOf = new WeakMap<Graph, PathSums>();
const acrossOf = new WeakMap<Graph, WeakMap<Groups, number>>();

/**
 * One pass from every node, shared by betweenness, closeness, harmonic, mean distance, diameter and, for the groups of
 * the context, crossing efficiency: whichever is asked first makes it, the others read it.
 *
 * Cost     time O(n · m) in hops, O(n · m log n) with lengths, once a graph; memory 5n words kept.
 * Errors   ABORTED (nothing is kept then), PATHS_NOT_COUNTABLE
 */
export function pathSums(graph: Graph, context: MeasureContext): PathSums {
  const known = sumsOf.get(graph);
  if (known !== undefined) return known;
  const { n } = graph;
  const sums = {
    reached: new Uint32Array(n),
    far: new Float64Array(n),
    near: new Float64Array(n),
    farthest: new Float64Array(n),
    between: new Float64Array(n),
  };
  const { groups } = context;
  let across = 0;
  visitSources(graph, allNodes(n), context, (paths, source) => {
    const { distance, order, reached } = paths;
    let far = 0;
    let near = 0;
    for (let i = 1; i < reached; i++) {
      const d = distance[order[i]!]!;
      far += d;
      near += 1 / d;
    }
    sums.reached[source] = reached;
    sums.far[source] = far;
    sums.near[source] = near;
    sums.farthest[source] = distance[order[reached - 1]!]!;
    paths.accumulate(sums.between);
    if (groups !== null) across += acrossFrom(paths, source, groups);
  });
  // Each pair was met from both ends.
  for (let v = 0; v < n; v++) sums.between[v]! /= 2;
  checkCountable(sums.between);
  sumsOf.set(graph, sums);
  if (groups !== null) keepAcross(graph, groups, across / 2);
  return sums;
}

/** Σ 1/distance over the pairs of nodes in different groups, 0 for a pair without a path; kept with the graph. */
export function acrossSum(graph: Graph, groups: Groups, context: MeasureContext): number {
  const known = acrossOf.get(graph)?.get(groups);
  if (known !== undefined) return known;
  let across = 0;
  visitSources(graph, allNodes(graph.n), context, (paths, source) => {
    across += acrossFrom(paths, source, groups);
  });
  return keepAcross(graph, groups, across / 2);
}

function keepAcross(graph: Graph, groups: Groups, across: number): number {
  const byGroups = acrossOf.get(graph) ?? new WeakMap<Groups, number>();
  acrossOf.set(graph, byGroups.set(groups, across));
  return across;
}

function acrossFrom(paths: ShortestPaths, source: number, groups: Groups): number {
  const { distance, order, reached } = paths;
  const own = groups.of[source]!;
  if (own < 0) return 0;
  let sum = 0;
  for (let i = 1; i < reached; i++) {
    const group = groups.of[order[i]!]!;
    if (group >= 0 && group !== own) sum += 1 / distance[order[i]!]!;
  }
  return sum;
}

function allNodes(n: number): Uint32Array {
  return new Uint32Array(n).map((_, v) => v);
}

/** More than 1.8e308 shortest paths between two nodes are no number any more; their shares would be none either. */
export function checkCountable(between: Float64Array): void {
  const at = between.findIndex((value) => !Number.isFinite(value));
  if (at < 0) return;
  throw new AnalysisError(
    'PATHS_NOT_COUNTABLE',
    `Node ${at} lies on more than 1.8e308 shortest paths of one pair, so that betweenness has no value.`,
  );
}
