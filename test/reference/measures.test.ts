import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Graph } from '#analysis/graph/graph.ts';
import type { Measure } from '#analysis/measure.ts';
import { measures } from '#analysis/registry.ts';
import { fromTies, groupsOf, type Pair } from '#test/analysis/graphs.ts';
import { columns, measureContext } from '#test/analysis/run-measure.ts';

/**
 * igraph and NetworkX as oracles: values of measures.json, made by make-measures.py with the versions it names. Where
 * both define a measure as we do, the digits agree to 1e-9 (PageRank and the eigenvector: their own tolerance, 1e-6).
 */
const value = z.union([z.number(), z.boolean(), z.null()]);
const schema = z.object({
  tools: z.record(z.string(), z.string()),
  graphs: z.array(
    z.object({
      name: z.string(),
      n: z.int(),
      directed: z.boolean(),
      pairs: z.array(z.tuple([z.number(), z.number(), z.number()])),
      labels: z.array(z.int()),
      answers: z.object({
        nodes: z.record(z.string(), z.array(value)),
        lengths: z.record(z.string(), z.array(value)),
        network: z.record(z.string(), value),
        bridges: z.array(z.tuple([z.int(), z.int()])),
      }),
    }),
  ),
});
const reference = schema.parse(JSON.parse(readFileSync(new URL('measures.json', import.meta.url), 'utf8')));

function measure(id: string, isOfNetwork: boolean): Measure {
  const found = measures.find((one) => one.id === id && (one.level === 'network') === isOfNetwork);
  if (found === undefined) throw new Error(`No measure ${id}.`);
  return found;
}

function expectAgreed(
  id: string,
  found: readonly (number | null)[],
  wanted: readonly z.infer<typeof value>[],
): void {
  const digits = ['pagerank', 'eigenvector'].includes(id) ? 6 : 9;
  expect(found).toHaveLength(wanted.length);
  wanted.forEach((theirs, v) => {
    if (theirs === null) expect(found[v]).toBeNull();
    else expect(found[v]).toBeCloseTo(Number(theirs), digits);
  });
}

describe.each(reference.graphs)('$name, against igraph and NetworkX', (graph) => {
  const { n, pairs, directed, answers } = graph;
  const groups = groupsOf(graph.labels);
  const of = (id: string, built: Graph, isOfNetwork = false): (number | null)[] =>
    columns(measure(id, isOfNetwork), built, measureContext({ groups })).value ?? [];
  const hops = fromTies(n, pairs, { directed });

  it.each(Object.entries(answers.nodes))('%s', (id, wanted) => {
    expectAgreed(id, of(id, hops), wanted);
  });

  it.each(Object.entries(answers.lengths))('%s by inverse strength', (id, wanted) => {
    expectAgreed(id, of(id, fromTies(n, pairs, { directed, distance: 'inverseStrength' })), wanted);
  });

  it.each(Object.entries(answers.network))('%s of the network', (id, wanted) => {
    expectAgreed(id, of(id, hops, true), [wanted]);
  });

  it('bridges', () => {
    const { a, b, count } = hops.ties;
    const flags = of('bridges', hops);
    const found = Array.from({ length: count }, (_, tie) => [a[tie]!, b[tie]!]).filter(
      (_, tie) => flags[tie] === 1,
    );
    expect(found).toEqual(answers.bridges);
  });
});

/** Real tie lists of the test data beside the repository, where they are. */
const data = new URL('../../../shared/data/', import.meta.url);
const real = [
  ['dhhs-collaboration', 'dhhs-collaboration/DHHS.edges.csv', 'dhhs-collaboration/DHHS.nodes.csv'],
  ['tobacco-indiana/TCcoll', 'tobacco-indiana/TCcoll.edges.csv', 'tobacco-indiana/TCcoll.nodes.csv'],
  ['tobacco-indiana/TCdiss', 'tobacco-indiana/TCdiss.edges.csv', 'tobacco-indiana/TCdiss.nodes.csv'],
] as const;

const realSchema = z.record(
  z.string(),
  z.looseObject({
    nodes: z.int(),
    undirected_simple_edges: z.int(),
    density_undirected: z.number(),
    components: z.int(),
    transitivity: z.number(),
    articulation_points: z.int(),
    betweenness_top5: z.array(z.tuple([z.string(), z.number(), z.number()])),
  }),
);

describe.runIf(existsSync(data))('real networks, against REFERENCE.json', () => {
  const rows = (file: string): string[][] => {
    const [, ...lines] = readFileSync(new URL(file, data), 'utf8').trim().split(/\r?\n/);
    return lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '').trim()));
  };

  it.each(real)('%s', (name, tieFile, nodeFile) => {
    const wanted = realSchema.parse(JSON.parse(readFileSync(new URL('REFERENCE.json', data), 'utf8')))[name]!;
    const ids = rows(nodeFile).map(([id]) => id!);
    const pairs = rows(tieFile).map(([from, to]): Pair => [ids.indexOf(from!), ids.indexOf(to!)]);
    const graph = fromTies(ids.length, pairs, { ids });
    const network = (id: string): number => Number(measure(id, true).run(graph, {}, measureContext()));
    expect([graph.n, graph.ties.count]).toEqual([wanted.nodes, wanted.undirected_simple_edges]);
    expect(network('density')).toBeCloseTo(wanted.density_undirected, 7);
    expect(network('components')).toBe(wanted.components);
    expect(network('transitivity')).toBeCloseTo(wanted.transitivity, 6);
    const points = columns(measure('articulation', false), graph, measureContext()).value!;
    expect(points.filter((flag) => flag === 1)).toHaveLength(wanted.articulation_points);
    const between = columns(measure('betweenness', false), graph, measureContext()).value as number[];
    const top = ids
      .map((_, v) => v)
      .sort((u, v) => between[v]! - between[u]!)
      .slice(0, 5);
    expect(top.map((v) => between[v]!.toFixed(4))).toEqual(
      wanted.betweenness_top5.map(([, raw]) => raw.toFixed(4)),
    );
  });
});
