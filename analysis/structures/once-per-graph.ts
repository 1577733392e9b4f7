import type { Graph } from '#analysis/graph/graph.ts';

/**
 * Remembers what a pure function of the graph gave, as long as the graph itself is alive: several measures share a
 * pass without knowing of each other. Right because a graph never changes.
 */
export function oncePerGraph<T extends object>(compute: (graph: Graph) => T): (graph: Graph) => T {
  const known = new WeakMap<Graph, T>();
  return (graph) => {
    const found = known.get(graph);
    if (found !== undefined) return found;
    const made = compute(graph);
    known.set(graph, made);
    return made;
  };
}
