import { readFile } from 'node:fs/promises';
import { constraint } from '#analysis/brokerage/constraint.ts';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { leiden } from '#analysis/community/leiden.ts';
import { modularity } from '#analysis/community/modularity.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import type { MeasureContext } from '#analysis/measure.ts';
import { csv } from '#data/formats/csv.ts';
import { inProcess, type Peer } from '#test/bench/peer.ts';

export const context: MeasureContext = {
  seed: 1,
  signal: new AbortController().signal,
  groups: null,
  progress: () => undefined,
};

/** Our own reader and the graph of its relationships. */
export async function loadGraph(csvPath: string): Promise<Graph> {
  const bytes = await readFile(csvPath);
  const options = { skipBadRows: false, source: 'bench', signal: context.signal };
  const { data } = await csv.read!([{ name: 'ties.csv', bytes }], options);
  const nodeOf = new Map(data.organizations.map(({ id }, v) => [id, v]));
  const ties = data.relationships;
  const stated = {
    from: Uint32Array.from(ties, ({ from }) => nodeOf.get(from)!),
    to: Uint32Array.from(ties, ({ to }) => nodeOf.get(to)!),
    strength: Float64Array.from(ties, ({ strength }) => strength ?? 1),
    directed: new Uint8Array(ties.length),
  };
  return buildGraph([...nodeOf.keys()], { stated, projected: [] });
}

/** What is measured of Weft. Measures that share their passes by graph get a graph of their own each time. */
export async function weftPeer(csvPath: string, version: string): Promise<Peer> {
  const graph = await loadGraph(csvPath);
  const most = (values: Float64Array): number => values.reduce((top, value) => Math.max(top, value), 0);
  return inProcess('Weft', version, {
    csv: async () => (await loadGraph(csvPath)).ties.count,
    leiden: () => {
      const labels = leiden(graph, new Random(1, 'leiden 0'));
      return modularity(graph, labels, Math.max(...labels) + 1) ?? 0;
    },
    betweenness: () => most(betweenness.run({ ...graph }, { sample: null }, context)),
    constraint: () => constraint.run({ ...graph }, {}, context).reduce((sum, value) => sum + (value || 0), 0),
  });
}
