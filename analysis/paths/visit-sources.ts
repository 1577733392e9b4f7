import { checkAborted } from '#analysis/errors.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import type { MeasureContext } from '#analysis/measure.ts';
import { HopPaths } from '#analysis/paths/hop-paths.ts';
import { LengthPaths } from '#analysis/paths/length-paths.ts';
import type { ShortestPaths } from '#analysis/paths/shortest-paths.ts';

/** How often a pass says how far it is. */
const reports = 32;

/** Searches from each of the sources in turn and hands the paths found to visit; they are valid during the call. */
export function visitSources(
  graph: Graph,
  sources: ArrayLike<number>,
  context: Pick<MeasureContext, 'signal' | 'progress'>,
  visit: (paths: ShortestPaths, source: number) => void,
): void {
  // How this graph counts the length of a path: hops, or the sum of its steps' lengths.
  const paths = graph.lengths === null ? new HopPaths(graph) : new LengthPaths(graph, graph.lengths);
  const step = Math.ceil(sources.length / reports);
  for (let i = 0; i < sources.length; i++) {
    checkAborted(context.signal);
    paths.search(sources[i]!);
    visit(paths, sources[i]!);
    if ((i + 1) % step === 0) context.progress((i + 1) / sources.length);
  }
}
