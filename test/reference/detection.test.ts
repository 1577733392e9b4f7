import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { detect } from '#analysis/community/detect.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph } from '#analysis/graph/graph.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { delta } from '#test/analysis/delta.ts';
import { fromTies, karate } from '#test/analysis/graphs.ts';

/**
 * The best modularity that igraph 1.0.0 found (REFERENCE.json, unweighted), over real networks that lie beside the
 * checkout: ours must not be more than .005 below it; it is at most .001 below (two-mode delta: .5987 of .5996).
 */
const data = new URL('../../../shared/data/', import.meta.url);
const schema = z.record(
  z.string(),
  z.object({
    nodes: z.int(),
    undirected_simple_edges: z.int(),
    best_modularity_unweighted: z.tuple([z.number(), z.int()]),
  }),
);

const files: Readonly<Record<string, readonly string[]>> = {
  'tobacco-indiana/TCcnt': ['tobacco-indiana/TCcnt.nodes.csv', 'tobacco-indiana/TCcnt.edges.csv'],
  'tobacco-indiana/TCcoll': ['tobacco-indiana/TCcoll.nodes.csv', 'tobacco-indiana/TCcoll.edges.csv'],
  'tobacco-indiana/TCdiss': ['tobacco-indiana/TCdiss.nodes.csv', 'tobacco-indiana/TCdiss.edges.csv'],
  'dhhs-collaboration': ['dhhs-collaboration/DHHS.nodes.csv', 'dhhs-collaboration/DHHS.edges.csv'],
  'scotland-interlocks': ['scotland-interlocks/Scotland.net'],
  'dutch-elite-top200': ['dutch-elite-top200/Top200.paj'],
  'world-cities-gawc': ['world-cities-gawc/WorldCities.net'],
  'krebs-internet-industry': ['krebs-internet-industry/krebs.paj'],
  'ceos-clubs': ['ceos-clubs/CEOs.net'],
  'knoke/KnokBur.paj first network': ['knoke-bureaucracies/KnokBur.paj'],
  'davis/Davis.paj': ['davis-southern-women/Davis.paj'],
  usair97: ['usair97/USAir97.net'],
  'rio20-orgs': ['rio20-orgs/rio.gexf'],
  'chinese-engo/information': ['chinese-engo/information.csv'],
  'chinese-engo/collaboration': ['chinese-engo/collaboration.csv'],
  'chinese-engo/support': ['chinese-engo/support.csv'],
  'chinese-engo/financial_aid': ['chinese-engo/financial_aid.csv'],
};

async function graphOf(paths: readonly string[]): Promise<Graph> {
  const input = paths.map((path) => ({
    name: path,
    bytes: new Uint8Array(readFileSync(new URL(path, data))),
  }));
  const read = await readFiles(input);
  const nodes = [...read.data.organizations, ...read.data.people];
  const at = new Map(nodes.map((node, v) => [node.id, v]));
  return fromTies(
    nodes.length,
    read.data.relationships.map(({ from, to }) => [at.get(from)!, at.get(to)!]),
    { weights: 'ignore' },
  );
}

/** Organizations and projects as nodes, participations as ties. */
function deltaTwoMode(): Graph {
  const part = delta('count').graph.origin.projected[0]!;
  const pairs = Array.from({ length: part.events }, (_, event) =>
    Array.from(
      part.members.subarray(part.offsets[event], part.offsets[event + 1]),
      (v) => [v, 138 + event] as const,
    ),
  );
  return fromTies(435, pairs.flat());
}

function deltaUnweighted(): Graph {
  const { ids, origin } = delta('count').graph;
  return buildGraph(ids, { stated: noRows, projected: origin.projected }, { weights: 'ignore' });
}

describe.runIf(existsSync(data))('detect, against the best of igraph', () => {
  const reference = existsSync(data)
    ? schema.parse(JSON.parse(readFileSync(new URL('REFERENCE.json', data), 'utf8')))
    : {};
  const made: Readonly<Record<string, () => Graph | Promise<Graph>>> = {
    ...Object.fromEntries(Object.entries(files).map(([name, paths]) => [name, () => graphOf(paths)])),
    'delta-science-tracker two-mode': deltaTwoMode,
    'delta-science-tracker projected on organisations (from two-mode)': deltaUnweighted,
    'classic/karate (networkx 3.6.1)': karate,
  };
  for (const [name, make] of Object.entries(made)) {
    it(name, async () => {
      const expected = reference[name]!;
      const graph = await make();
      expect([graph.n, graph.ties.count]).toEqual([expected.nodes, expected.undirected_simple_edges]);
      const found = detect(graph, { seed: 1 });
      expect(found.modularity).toBeGreaterThanOrEqual(expected.best_modularity_unweighted[0] - 0.001);
    });
  }
});
