import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import { Random } from '#analysis/graph/random.ts';
import { inProcess, type Peer } from '#test/bench/peer.ts';

type Loaded = UndirectedGraph<object, { weight: number }>;

async function load(csvPath: string): Promise<Loaded> {
  const graph: Loaded = new UndirectedGraph();
  const rows: string[][] = parse(await readFile(csvPath));
  for (const [a, b, weight] of rows.slice(1)) graph.mergeEdge(a, b, { weight: Number(weight) });
  return graph;
}

/** graphology with its Louvain; its metrics (betweenness, constraint) are not installed, and not trusted. */
export async function graphologyPeer(csvPath: string): Promise<Peer> {
  const graph = await load(csvPath);
  return inProcess('graphology', '0.26.0, communities-louvain 2.0.2', {
    csv: async () => (await load(csvPath)).size,
    louvain: () => {
      const random = new Random(1, 'bench');
      return louvain.detailed(graph, { getEdgeWeight: 'weight', rng: () => random.float() }).modularity;
    },
  });
}
