import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { detect } from '#analysis/community/detect.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { measures } from '#analysis/registry.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import { GdsEngine, gdsIds } from '#api/services/analyze/gds-engine.ts';
import { openRemoteGraph } from '#data/store/open-remote-graph.ts';
import { empty, fromTies, karate, path, star, type Pair } from '#test/analysis/graphs.ts';
import { measureContext } from '#test/analysis/run-measure.ts';
import { emptyFolder, weft } from '#test/command/weft.ts';
import { serverJars } from '../../scripts/neo4j/server-jars.ts';
import { startServer } from '../../scripts/neo4j/start-server.ts';
import { emptyDatabase, outsider } from './open-test-store.ts';

const county = join(import.meta.dirname, '../../data/examples/harbour-county/harbour-county.weft.json');
const exact = measures.filter(({ id }) => gdsIds.has(id));
/** How far the best modularity there may be from the best of ours. */
const band = 0.02;
/** Louvain takes no seed there: one run against our best of thirty. */
const louvainBand = 0.03;

/** 1,000 nodes in 20 loose groups, 4,000 ties of strengths 1 to 5, a chain, and isolates. */
function thousand(): Graph {
  const random = new Random(7, 'gds');
  const pairs: Pair[] = [];
  for (let tie = 0; tie < 4_000; tie++) {
    const from = random.below(940);
    const to = random.below(4) > 0 ? (from - (from % 47) + random.below(47)) % 940 : random.below(940);
    if (from !== to) pairs.push([from, to, 1 + random.below(5)]);
  }
  for (let node = 940; node < 980; node++) pairs.push([node, node === 979 ? 0 : node + 1, 2]);
  return fromTies(1_000, pairs);
}

async function inDatabase<Value>(graph: Graph, work: (engine: GdsEngine) => Promise<Value>): Promise<Value> {
  const { url, password } = inject('neo4j');
  const remote = await openRemoteGraph(
    url,
    { directory: '.', environment: { NEO4J_PASSWORD: password } },
    { n: graph.n, ...graph.ties, strength: graph.weighted ? graph.ties.strength : null },
  );
  try {
    return await work(new GdsEngine(remote, graph));
  } finally {
    await remote.drop();
  }
}

/** The largest difference between two answers, relative to numbers over 1. */
function difference(one: unknown, two: unknown): number {
  const [ours, theirs] = [one, two].map((value) =>
    typeof value === 'number' ? [value] : Array.from(value as ArrayLike<number>),
  );
  expect(theirs?.length).toBe(ours?.length);
  return Math.max(
    0,
    ...(ours ?? []).map(
      (value, at) => Math.abs(value - (theirs?.[at] ?? NaN)) / Math.max(1, Math.abs(value)),
    ),
  );
}

const { driver, ask } = outsider();
let directory = '';
const run = (words: readonly string[]) => weft(words, { directory });
beforeAll(async () => {
  const { password } = inject('neo4j');
  process.env.NEO4J_PASSWORD = password;
  const [gds] = await ask(`SHOW FUNCTIONS YIELD name WHERE name = 'gds.version' RETURN name`);
  if (!gds) throw new Error('not run: gds (the Neo4j of the tests has no Graph Data Science plugin)');
  await emptyDatabase();
  directory = await emptyFolder();
  const { url } = inject('neo4j');
  const imported = await run(['import', county, '--network', 'county', '--store', url]);
  expect(imported.status, imported.err).toBe(0);
});
afterAll(() => driver.close());

describe('Graph Data Science and Weft', () => {
  it('have seven measures in common', () => {
    expect(exact.map(({ id }) => id)).toEqual([
      ...['betweenness', 'closeness', 'pagerank', 'coreness', 'articulation', 'components', 'bridges'],
    ]);
  });

  it.each<[string, () => Graph, boolean]>([
    ['the karate club', () => karate(), true],
    ['1,000 random nodes', thousand, true],
    ['a path', () => path(6), false],
    ['a star', () => star(5), false],
    ['three isolates', () => empty(3), false],
    ['one node', () => empty(1), false],
    ['nothing', () => empty(0), false],
    [
      'two strengths and an isolate',
      () =>
        fromTies(4, [
          [0, 1, 0.1],
          [1, 2, 3],
        ]),
      false,
    ],
  ])('agree on %s to 1e-9', async (name, make, isLarge) => {
    const graph = make();
    await inDatabase(graph, async (engine) => {
      expect(engine.name).toMatch(/^gds \d/u);
      const off: [string, number][] = [];
      for (const measure of exact) {
        const ours = measure.run(graph, {}, measureContext());
        const theirs = await engine.compute(measure as typeof measure & { level: 'organization' });
        off.push([measure.id, difference(ours, theirs)]);
      }
      expect(off.filter(([, distance]) => distance > 1e-9)).toEqual([]);
      if (!isLarge) return;
      console.log(`${name}: ${off.map(([id, distance]) => `${id} ${distance.toExponential(0)}`).join(', ')}`);
      for (const [method, within] of [
        ['leiden', band],
        ['louvain', louvainBand],
      ] as const) {
        const ours = detect(graph, { seed: 1, method });
        const theirs = await engine.detect(method, 1, () => undefined);
        console.log(
          `${name}: ${method} modularity ${ours.modularity?.toFixed(4)} here, ${theirs.modularity?.toFixed(4)} there`,
        );
        expect(Math.abs((ours.modularity ?? 0) - (theirs.modularity ?? 1))).toBeLessThan(within);
        expect(Math.max(...theirs.membership)).toBe(theirs.count - 1);
      }
    });
  });

  it('find the same communities again with the same seed, and not the same with every seed', async () => {
    await inDatabase(thousand(), async (engine) => {
      const one = await engine.detect('leiden', 1, () => undefined);
      expect(await engine.detect('leiden', 1, () => undefined)).toEqual(one);
      expect(new Set(one.runs.map((labels) => labels.join())).size).toBeGreaterThan(1);
    });
  });

  it('leave no graph behind', async () => {
    expect(await ask(`CALL gds.graph.list() YIELD graphName RETURN graphName`)).toEqual([]);
  });
});

describe('weft analyze --engine gds', () => {
  const analyze = async (...words: readonly string[]) =>
    await run([
      'analyze',
      '--network',
      'county',
      '--store',
      inject('neo4j').url,
      '--output',
      'json',
      ...words,
    ]);

  it('gives the county’s numbers as Weft does, and the receipt says what computed', async () => {
    const remote = await analyze('--engine', 'gds');
    expect(remote.status, remote.err).toBe(0);
    const theirs = JSON.parse(remote.out) as Analysis;
    const ids = theirs.receipt.measures;
    expect([...ids].toSorted()).toEqual([...gdsIds].filter((id) => id !== 'louvain').toSorted());
    const ours = JSON.parse((await analyze('--measures', ids.join(','))).out) as Analysis;
    const { engine, ...receipt } = theirs.receipt;
    expect(engine).toMatch(/^gds \d/u);
    expect(receipt).toEqual(ours.receipt);
    expect(theirs.network.components).toBe(ours.network.components);
    expect(theirs.bridges).toEqual(ours.bridges);
    for (const [at, { measures: values }] of ours.organizations.entries()) {
      for (const [id, value] of Object.entries(values)) {
        const there = theirs.organizations[at]?.measures[id];
        if (typeof value === 'number') expect(difference(value, there)).toBeLessThan(1e-9);
        else expect(there).toBe(value);
      }
    }
    const [here, there] = [ours.network.modularity ?? 0, theirs.network.modularity ?? 1];
    console.log(`the county: leiden modularity ${here.toFixed(4)} here, ${there.toFixed(4)} there`);
    expect(Math.abs(here - there)).toBeLessThan(band);
    expect(theirs.communities?.flatMap(({ members }) => members).toSorted()).toEqual(
      theirs.organizations.map(({ id }) => id).toSorted(),
    );
  });

  it.each([
    [
      'a measure that it lacks',
      ['--measures', 'pagerank,silos'],
      1,
      /silos is not computed by gds, which has betw/u,
    ],
    ['a measure that there is not', ['--measures', 'pagerunk'], 1, /"pagerunk"/u],
    [
      'paths that are not hops',
      ['--measures', 'closeness', '--lens', '{"distance":"inverseStrength"}'],
      1,
      /closeness is computed in hops by gds/u,
    ],
    ['an engine that there is not', ['--engine', 'spark'], 2, /weft, gds/u],
  ] as const)('refuses %s', async (_, words, status, said) => {
    const refused = await analyze('--engine', 'gds', ...words);
    expect([refused.status, refused.err]).toEqual([status, expect.stringMatching(said)]);
  });

  it('refuses a file, and a store of SQLite', async () => {
    const file = await run(['analyze', county, '--engine', 'gds']);
    expect([file.status, file.err]).toEqual([2, expect.stringMatching(/--store neo4j:/u)]);
    await run(['import', county, '--network', 'county', '--store', 'sqlite:one.db']);
    const words = ['analyze', '--network', 'county', '--store', 'sqlite:one.db', '--engine', 'gds'];
    const sqlite = await run(words);
    expect([sqlite.status, sqlite.err]).toEqual([3, expect.stringMatching(/computes in Neo4j/u)]);
  });

  it('says so when Neo4j has no Graph Data Science', async () => {
    const jars = inject('neo4j').jars ?? (await serverJars(console.log));
    const password = randomBytes(12).toString('hex');
    const plain = await startServer({ jars, password });
    try {
      const place = { directory: '.', environment: { NEO4J_PASSWORD: password } };
      const url = `bolt://neo4j@127.0.0.1:${plain.port}/neo4j`;
      await expect(
        openRemoteGraph(url, place, {
          n: 0,
          count: 0,
          a: new Uint32Array(0),
          b: new Uint32Array(0),
          strength: null,
        }),
      ).rejects.toMatchObject({ code: 'ENGINE_NOT_AVAILABLE', message: /no Graph Data Science/u });
    } finally {
      await plain.stop();
    }
  });
});
