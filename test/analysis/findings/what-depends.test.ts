import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnalysisError } from '#analysis/errors.ts';
import { dependsOn, whatDepends } from '#analysis/findings/what-depends.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';
import {
  complete,
  cycle,
  empty,
  fromTies,
  groupsOf,
  karate,
  karateClub,
  path,
  star,
} from '#test/analysis/graphs.ts';
import type { Pair } from '#test/analysis/graphs.ts';

const eachItsOwn = (n: number): Groups => groupsOf(Array.from({ length: n }, (_, v) => v));

describe('closed forms', () => {
  it('star with every leaf its own group: everything goes through the hub', () => {
    const hub = dependsOn(star(5), eachItsOwn(6), 0);
    expect(hub).toMatchObject({ loss: 1, dependence: 1, parted: 10, partedAcross: 10, fragmentation: 1 });
    // The largest remaining part is one leaf, the first.
    expect(hub.cutOff).toEqual([2, 3, 4, 5]);
    // Every tie between two leaves restores its own pair at the distance it had: 1 of 10.
    expect(hub.backup).toMatchObject({ a: 1, b: 2, equal: 10, exact: true });
    expect(hub.backup?.restores).toBeCloseTo(0.1, 12);
  });

  it.each([5, 6, 7, 10, 13])('star plus a ring through its %i leaves: dependence (k−5)/(k−1)', (k) => {
    const pairs: Pair[] = [];
    for (let v = 1; v <= k; v++) pairs.push([0, v], [v, (v % k) + 1]);
    const hub = dependsOn(fromTies(k + 1, pairs), eachItsOwn(k + 1), 0);
    expect(hub.dependence).toBeCloseTo((k - 5) / (k - 1), 12);
    expect(hub.parted).toBe(0);
  });

  it('path of three: the middle parts its ends, and only the tie between them restores it', () => {
    const middle = dependsOn(path(3), eachItsOwn(3), 1);
    expect(middle).toMatchObject({ loss: 1, parted: 1, partedAcross: 1, cutOff: [2], fragmentation: 1 });
    expect(middle.backup).toEqual({ a: 0, b: 2, restores: 1, equal: 1, exact: true });
  });

  it('complete graph and the end of a path: nothing depends on a node', () => {
    for (const found of [dependsOn(complete(5), eachItsOwn(5), 2), dependsOn(path(4), eachItsOwn(4), 3)]) {
      expect(found).toMatchObject({ loss: 0, dependence: 0, parted: 0, cutOff: [], backup: null });
    }
  });

  it('cycle: the long way round remains', () => {
    const found = dependsOn(cycle(6), eachItsOwn(6), 0);
    // 1–5 grows from 2 to 4, 1–4 ties (3 both ways), 2–5 too; of 10 pairs one grows.
    expect(found.dependence).toBeCloseTo(1 / 10, 12);
    expect(found.backup).toMatchObject({ restores: 1 });
  });
});

describe('what does not exist is null', () => {
  it('one node, two nodes, no tie, one group', () => {
    expect(dependsOn(empty(1), eachItsOwn(1), 0)).toMatchObject({
      loss: null,
      dependence: null,
      fragmentation: null,
      parted: 0,
      backup: null,
    });
    expect(dependsOn(path(2), eachItsOwn(2), 0)).toMatchObject({ loss: null, fragmentation: null });
    expect(dependsOn(empty(4), eachItsOwn(4), 1)).toMatchObject({ loss: null, fragmentation: 1, cutOff: [] });
  });

  it('X empty: parted pairs are still counted over all pairs', () => {
    expect(dependsOn(path(3), groupsOf([0, 0, 0]), 1)).toMatchObject({
      loss: null,
      dependence: null,
      parted: 1,
      partedAcross: 0,
      backup: null,
    });
  });

  it('an organization without a group is in no pair', () => {
    expect(dependsOn(path(3), groupsOf([0, 1, -1]), 1)).toMatchObject({
      loss: null,
      parted: 1,
      partedAcross: 0,
    });
  });
});

describe('karate, groups = club (MEASURES)', () => {
  const found = new Map(
    whatDepends(karate(), karateClub(), [0, 2, 8, 13, 31, 33]).map((found) => [found.node, found]),
  );

  it.each([
    [0, 0.308324, 0.430147],
    [2, 0.043062, 0.139706],
    [31, 0.024752, 0.084559],
    [33, 0.048413, 0.121324],
  ])('node %i: loss and dependence', (node, loss, dependence) => {
    expect(found.get(node)?.loss).toBeCloseTo(loss, 6);
    expect(found.get(node)?.dependence).toBeCloseTo(dependence, 6);
  });

  it('node 13 loses .002439 and 22 backups are equally good', () => {
    expect(found.get(13)?.loss).toBeCloseTo(0.002439, 6);
    expect(found.get(13)?.backup).toMatchObject({ equal: 22, exact: true });
  });

  it('node 0 parts 167 pairs, 102 across', () => {
    expect(found.get(0)).toMatchObject({ parted: 167, partedAcross: 102, cutOff: [4, 5, 6, 10, 11, 16] });
    expect(found.get(0)?.fragmentation).toBeCloseTo(0.316288, 6);
  });

  it.each([
    [0, 5, 33, 0.7206, 2],
    [2, 0, 33, 0.5785, 1],
    [31, 0, 24, 1, 2],
    [33, 19, 32, 0.4114, 1],
  ])('node %i: backup %i–%i restores %f', (node, a, b, restores, equal) => {
    expect(found.get(node)?.backup).toMatchObject({ a, b, equal, exact: true });
    expect(found.get(node)?.backup?.restores).toBeCloseTo(restores, 4);
  });

  it('node 8 loses exactly nothing, so it has no backup', () => {
    expect(found.get(8)).toMatchObject({ loss: 0, dependence: 0, backup: null });
  });
});

describe('against the definition, by brute force', () => {
  const networks = fc.integer({ min: 2, max: 9 }).chain((n) =>
    fc.record({
      n: fc.constant(n),
      pairs: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: n - 1 }),
          fc.integer({ min: 0, max: n - 1 }),
          fc.integer({ min: 1, max: 4 }),
        ),
        { maxLength: 2 * n },
      ),
      labels: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: n, maxLength: n }),
    }),
  );

  it.each(['hops', 'inverseStrength'] as const)('every node of small random graphs, %s', (distance) => {
    fc.assert(
      fc.property(networks, ({ n, pairs, labels }) => {
        const graph = fromTies(n, pairs, { distance });
        const groups = groupsOf(labels);
        const found = whatDepends(
          graph,
          groups,
          Array.from({ length: n }, (_, v) => v),
        );
        for (const one of found) expectSame(one, byDefinition(graph, groups, one.node));
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it('sparse graphs of 16 nodes, where many pairs are parted', () => {
    const sparse = fc.array(fc.tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 15 })), {
      minLength: 12,
      maxLength: 20,
    });
    fc.assert(
      fc.property(sparse, (pairs) => {
        const graph = fromTies(16, pairs);
        const groups = groupsOf(Array.from({ length: 16 }, (_, v) => v % 3));
        for (const node of [0, 5]) {
          expectSame(dependsOn(graph, groups, node), byDefinition(graph, groups, node));
        }
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});

describe('limits', () => {
  const graph = karate();
  const club = karateClub();

  it('says when the lost pairs were a sample, and gives the same answer for the same seed', () => {
    const sampled = dependsOn(graph, club, 0, { keep: 10, seed: 3 });
    expect(sampled.backup?.exact).toBe(false);
    expect(sampled).toEqual(dependsOn(graph, club, 0, { keep: 10, seed: 3 }));
    expect(sampled.loss).toBeCloseTo(0.308324, 6);
  });

  it('says when the search was cut short', () => {
    expect(dependsOn(graph, club, 0, { effort: 1 }).backup?.exact ?? false).toBe(false);
  });

  it('stops when the signal says so', () => {
    expect(() => dependsOn(graph, club, 0, { signal: AbortSignal.abort() })).toThrow(AnalysisError);
  });
});

type Found = ReturnType<typeof dependsOn>;

function expectSame(found: Found, expected: Found): void {
  expect(found.parted).toBe(expected.parted);
  expect(found.partedAcross).toBe(expected.partedAcross);
  expect(found.cutOff).toEqual(expected.cutOff);
  for (const key of ['loss', 'dependence', 'fragmentation'] as const) {
    if (expected[key] === null) expect(found[key]).toBeNull();
    else expect(found[key]).toBeCloseTo(expected[key], 9);
  }
  if (expected.backup === null) {
    expect(found.backup).toBeNull();
    return;
  }
  const { a, b, equal, exact, restores } = expected.backup;
  expect(found.backup).toMatchObject({ a, b, equal, exact });
  expect(found.backup?.restores).toBeCloseTo(restores, 9);
}

/** All distances by Floyd and Warshall, without `removed` and with one more tie of length 1 where given. */
function distances(graph: Graph, removed: number, extra?: readonly [number, number]): number[][] {
  const d = Array.from({ length: graph.n }, (_, u) =>
    Array.from({ length: graph.n }, (_, v) => (u === v ? 0 : Infinity)),
  );
  for (let tie = 0; tie < graph.ties.count; tie++) {
    const u = graph.ties.a[tie]!;
    const v = graph.ties.b[tie]!;
    if (u === removed || v === removed) continue;
    d[u]![v] = d[v]![u] = graph.lengths === null ? 1 : 1 / graph.ties.strength[tie]!;
  }
  if (extra) d[extra[0]]![extra[1]] = d[extra[1]]![extra[0]] = 1;
  for (let k = 0; k < graph.n; k++)
    for (let u = 0; u < graph.n; u++)
      for (let v = 0; v < graph.n; v++) d[u]![v] = Math.min(d[u]![v]!, d[u]![k]! + d[k]![v]!);
  return d;
}

function byDefinition(graph: Graph, groups: Groups, node: number): Found {
  const others = Array.from({ length: graph.n }, (_, v) => v).filter((v) => v !== node);
  const before = distances(graph, -1);
  const after = distances(graph, node);
  const pairs = others.flatMap((i) => others.filter((j) => j > i).map((j) => [i, j] as const));
  const across = pairs.filter(
    ([i, j]) => groups.of[i]! >= 0 && groups.of[j]! >= 0 && groups.of[i] !== groups.of[j],
  );
  const sum = (of: readonly (readonly [number, number])[], value: (i: number, j: number) => number): number =>
    of.reduce((total, [i, j]) => total + value(i, j), 0);
  const closeness = sum(across, (i, j) => 1 / before[i]![j]!);
  const grew = across.filter(([i, j]) => after[i]![j]! > before[i]![j]! * (1 + 1e-9));
  const lost = sum(grew, (i, j) => 1 / before[i]![j]! - 1 / after[i]![j]!);
  const connected = across.filter(([i, j]) => before[i]![j]! < Infinity);
  const isParted = ([i, j]: readonly [number, number]): boolean =>
    before[i]![j]! < Infinity && after[i]![j] === Infinity;
  const partOf = (v: number): readonly number[] => others.filter((w) => after[v]![w]! < Infinity);
  const former = others.filter((v) => before[node]![v]! < Infinity);
  const largest = former.reduce<readonly number[]>(
    (most, v) => (partOf(v).length > most.length ? partOf(v) : most),
    [],
  );
  return {
    node,
    loss: closeness === 0 ? null : lost / closeness,
    dependence: connected.length === 0 ? null : grew.length / connected.length,
    parted: pairs.filter(isParted).length,
    partedAcross: across.filter(isParted).length,
    cutOff: former.filter((v) => !largest.includes(v)),
    fragmentation:
      others.length < 2 ? null : 1 - pairs.filter(([i, j]) => after[i]![j]! < Infinity).length / pairs.length,
    backup: lost === 0 ? null : bestTie(),
  };

  /** Every absent tie is tried. */
  function bestTie(): Found['backup'] {
    const values = pairs
      .filter(([a, b]) => !graph.targets.subarray(graph.offsets[a], graph.offsets[a + 1]).includes(b))
      .map(([a, b]) => {
        const renewed = distances(graph, node, [a, b]);
        const restored = sum(
          grew,
          (i, j) => Math.min(1 / renewed[i]![j]!, 1 / before[i]![j]!) - 1 / after[i]![j]!,
        );
        return { a, b, restores: restored / lost };
      });
    const most = Math.max(...values.map(({ restores }) => restores));
    // With lengths every new tie may be longer than the way that remains.
    if (most <= 0) return null;
    const best = values.filter(({ restores }) => restores >= most * (1 - 1e-9));
    return { ...best[0]!, restores: most, equal: best.length, exact: true };
  }
}
