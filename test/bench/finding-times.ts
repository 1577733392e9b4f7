import { betweenness } from '#analysis/centrality/betweenness.ts';
import { detect } from '#analysis/community/detect.ts';
import { bridgeBuilders } from '#analysis/findings/bridge-builders.ts';
import { convening } from '#analysis/findings/convening.ts';
import { sectorPairs } from '#analysis/findings/sector-pairs.ts';
import { silos } from '#analysis/findings/silos.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import type { Groups } from '#analysis/graph/graph.ts';
import type { BenchNetwork } from '#test/bench/graph.ts';
import { context } from '#test/bench/weft-peer.ts';

/** Times each finding once on the bench network; the groups are the communities found. */
export async function findingTimes(network: BenchNetwork, say: (line: string) => void): Promise<void> {
  const graph = buildGraph(network.ids, { stated: network.rows, projected: [] });
  const eighths: Groups = {
    of: network.groups.map((group) => group % 8),
    count: 8,
    names: Array.from({ length: 8 }, (_, sector) => `sector ${sector}`),
  };
  say('\n| finding | ms | note |\n|---|---:|---|');
  const timed = <T>(finding: string, run: () => T, note: (result: T) => string): T => {
    const start = performance.now();
    const result = run();
    say(`| ${finding} | ${(performance.now() - start).toFixed(0)} | ${note(result)} |`);
    return result;
  };
  const detection = timed(
    'communities',
    () => detect(graph, { seed: 1 }),
    ({ runs, count }) => `${runs.length} runs, ${count} communities`,
  );
  const groups: Groups = {
    of: Int32Array.from(detection.membership),
    count: detection.count,
    names: Array.from({ length: detection.count }, (_, group) => String(group)),
  };
  const values = timed(
    'betweenness',
    () => betweenness.run({ ...graph }, { sample: null }, context),
    () => 'exact',
  );
  timed(
    'silos',
    () => silos(graph, detection, { seed: 1, signal: context.signal }),
    () => '',
  );
  timed(
    'bridgeBuilders',
    () => bridgeBuilders(graph, groups, values),
    (found) =>
      `top ${found.length}; backup ties proved best: ${found.filter(({ backup }) => backup?.exact).length}`,
  );
  timed(
    'sectorPairs',
    () => sectorPairs(graph, eighths, { seed: 1, signal: context.signal }),
    () => '8 sectors',
  );
  timed(
    'convening',
    () => convening(graph, groups, { seats: 4, seed: 1 }),
    ({ candidates }) => `4 seats, ${candidates} candidates`,
  );
  say(`\nLargest resident size of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`);
}
