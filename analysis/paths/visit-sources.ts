import { checkAborted } from '#analysis/errors.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import type { MeasureContext } from '#analysis/measure.ts';
import { shortestPaths, type ShortestPaths } from '#analysis/paths/shortest-paths.ts';

/** How often a pass says how far it is. */
const reports = 32;

/** Searches from each of the sources in turn and hands the paths found to visit; they are valid during the call. */
export function visitSources(
  graph: Graph,
  sources: ArrayLike<number>,
  context: Pick<MeasureContext, 'signal' | 'progress'>,
  visit: (paths: ShortestPaths, source: number) => void,
): void {
  const paths = shortestPaths(graph);
  const step = Math.ceil(sources.length / reports);
  for (let i = 0; i < sources.length; i++) {
    checkAborted(context.signal);
    paths.search(sources[i]!);
    visit(paths, sources[i]!);
    if ((i + 1) % step === 0) context.progress((i + 1) / sources.length);
  }
}
