import { loadavg } from 'node:os';
import { leiden } from '#analysis/community/leiden.ts';
import { modularity } from '#analysis/community/modularity.ts';
import { orderLabels } from '#analysis/community/order-labels.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { measures } from '#analysis/registry.ts';
import type { BenchNetwork } from '#test/bench/graph.ts';

/** What takes time in proportion to the ties, by the ids of the registry. */
const linear = ['degree', 'strength', 'pagerank', 'coreness', 'articulation', 'components', 'bridges'];

/** What one process does with a graph in memory: no store, no records, one thread. */
export function timeLargeGraph({ ids, rows }: BenchNetwork, say: (line: string) => void): void {
  const mb = (): string => (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  say(`\n| in memory, one thread; load ${loadavg()[0]?.toFixed(1)} | s | resident, MiB |\n|---|---:|---:|`);
  const timed = <Value>(what: string, work: () => Value): Value => {
    const begun = performance.now();
    const value = work();
    say(`| ${what} | ${((performance.now() - begun) / 1000).toFixed(2)} | ${mb()} |`);
    return value;
  };
  const graph = timed('ties → graph', () => buildGraph(ids, { stated: rows, projected: [] }));
  const context = { seed: 1, signal: new AbortController().signal, groups: null, progress: () => undefined };
  for (const measure of measures) {
    if (linear.includes(measure.id)) timed(measure.id, () => measure.run(graph, {}, context));
  }
  const labels = timed('Leiden, one run', () => leiden(graph, new Random(1, 'leiden 0'), 1));
  const count = orderLabels(labels);
  say(`\n${count} communities, modularity ${modularity(graph, labels, count)?.toFixed(4)}.`);
}
