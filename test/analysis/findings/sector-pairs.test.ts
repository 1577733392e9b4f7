import { describe, expect, it } from 'vitest';
import { sectorPairs } from '#analysis/findings/sector-pairs.ts';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Groups } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { delta, hasDelta } from '#test/analysis/delta.ts';
import { plantedGraph, randomGraph, randomProjects } from '#test/analysis/findings/planted.ts';
import { fromTies, groupsOf, star, type Pair } from '#test/analysis/graphs.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

const thirds = (n: number): Groups => groupsOf(Array.from({ length: n }, (_, v) => Math.floor((3 * v) / n)));
const ids = (n: number): string[] => Array.from({ length: n }, (_, v) => String(v));

/** Three sectors of 20; all ties at random, except that none is between the first and the last. */
function apart(): ReturnType<typeof fromTies> {
  const random = new Random(2, 'apart');
  const pairs: Pair[] = [];
  while (pairs.length < 150) {
    const u = random.below(60);
    const v = random.below(60);
    if (u !== v && Math.abs(Math.floor(u / 20) - Math.floor(v / 20)) < 2) pairs.push([u, v]);
  }
  return fromTies(60, pairs);
}

describe('sectorPairs', () => {
  it('finds two sectors that are surprisingly apart', () => {
    const found = sectorPairs(apart(), thirds(60), { seed: 1 });
    expect(found.drawn).toBe(999);
    const [, pair] = found.pairs;
    expect(pair).toMatchObject({
      a: 0,
      b: 2,
      ties: 0,
      joint: 0,
      p: 0.001,
      verdict: 'apart',
      sharedGatherings: null,
    });
    expect(pair!.q).toBeCloseTo(0.003, 12);
    expect(pair!.expected).toBeGreaterThan(20);
    expect([pair!.pJoint, pair!.qJoint]).toEqual([pair!.p, pair!.q]);
    const expected = Math.round(pair!.expected);
    expect(pair!.sentence).toBe(`group 0 and group 2 have no tie recorded; chance would give ${expected}.`);
  });

  it('says "never met" only where gatherings are on record, and not where they shared one', () => {
    const elsewhere = sectorPairs(apart(), thirds(60), { seed: 1, gatherings: twoMode([[0, 25]]) });
    expect(elsewhere.pairs[1]).toMatchObject({ verdict: 'apart', sharedGatherings: 0 });
    expect(elsewhere.pairs[1]!.sentence).toContain('group 0 and group 2 have never met; chance would give');
    const together = sectorPairs(apart(), thirds(60), { seed: 1, gatherings: twoMode([[0, 1, 50]]) });
    expect(together.pairs[1]).toMatchObject({ verdict: 'fewer', sharedGatherings: 1 });
    expect(together.pairs[1]!.sentence).toContain('have no tie recorded, though they shared one gathering');
  });

  it('draws no conclusion where chance would give next to nothing', () => {
    const labels = Array.from({ length: 40 }, (_, v) => (v < 2 ? 0 : v < 4 ? 1 : 2));
    const pairs = Array.from({ length: 36 }, (_, i): Pair => [i, i + 4]);
    const found = sectorPairs(fromTies(40, pairs), groupsOf(labels), { seed: 1 });
    const [pair] = found.pairs;
    expect(pair).toMatchObject({ ties: 0, verdict: 'never met' });
    expect(pair!.q).toBeGreaterThan(0.05);
    expect(pair!.sentence).toBe(
      'group 0 and group 1 have no tie recorded; chance would give 0.1; no conclusion.',
    );
  });

  it('finds fewer across and never inside planted groups; nothing in random graphs', () => {
    const planted = sectorPairs(plantedGraph(3, 20, 0.3, 0.05, new Random(1, 'p')), thirds(60), { seed: 1 });
    expect(planted.pairs.map((pair) => pair.verdict)).toEqual(['fewer', 'fewer', 'fewer']);
    expect(planted.pairs[0]!.sentence).toMatch(
      /^group 0 and group 1 meet less than expected: \S+ ties; chance/u,
    );
    let findings = 0;
    for (let i = 0; i < 20; i++) {
      const found = sectorPairs(randomGraph(60, 150, new Random(i, 'r')), thirds(60), { seed: i });
      if (found.pairs.some((pair) => pair.verdict !== 'as expected')) findings++;
    }
    expect(findings).toBeLessThanOrEqual(4);
  });

  it('finds more by the upper tail', () => {
    // Two sectors that are tied across only.
    const random = new Random(1, 'more');
    const pairs = Array.from({ length: 80 }, (): Pair => [random.below(30), 30 + random.below(30)]);
    const halves = groupsOf(Array.from({ length: 60 }, (_, v) => Math.floor(v / 30)));
    const [pair] = sectorPairs(fromTies(60, pairs), halves, { seed: 1 }).pairs;
    expect(pair!.verdict).toBe('more');
    expect(pair!.p).toBe(1);
  });

  it('finds next to nothing where projects are random, and draws enough for many pairs', () => {
    let findings = 0;
    for (let i = 0; i < 10; i++) {
      const projected = [randomProjects(60, 60, new Random(i, 'projects'))];
      const graph = buildGraph(ids(60), { stated: noRows, projected });
      const found = sectorPairs(graph, thirds(60), { seed: i });
      if (found.pairs.some((pair) => pair.verdict !== 'as expected')) findings++;
      // The same number of joint participations in every random network.
      for (const pair of found.pairs) expect(pair.joint).toBeGreaterThanOrEqual(pair.ties);
    }
    expect(findings).toBeLessThanOrEqual(2);
    const twelve = groupsOf(Array.from({ length: 60 }, (_, v) => v % 12));
    expect(sectorPairs(randomGraph(60, 150, new Random(1)), twelve, { seed: 1 }).drawn).toBe(20 * 66);
  });

  it('compares nothing where the null is degenerate or there is one sector', () => {
    const found = sectorPairs(star(5), groupsOf([0, 0, 1, 1, 0, 1]), { seed: 1 });
    expect(found).toMatchObject({ pairs: [], drawn: 0 });
    expect(found.degenerate).toContain('star');
    expect(sectorPairs(star(5), groupsOf([0, 0, 0, -1, 0, 0]), { seed: 1 }).pairs).toEqual([]);
  });

  it('gives the same bytes for the same seed, and ends when it is cancelled', () => {
    expect(sectorPairs(apart(), thirds(60), { seed: 4 })).toEqual(
      sectorPairs(apart(), thirds(60), { seed: 4 }),
    );
    const signal = AbortSignal.abort();
    expect(() => sectorPairs(apart(), thirds(60), { seed: 1, signal })).toThrow('cancelled');
  });
});

describe.runIf(hasDelta)('sector pairs of the Delta Science Tracker', () => {
  it('agrees with the reference within what chance moves', () => {
    const { graph, sectors } = delta('count');
    const found = sectorPairs(graph, sectors, { seed: 1 });
    const row = (one: string, two: string) =>
      found.pairs.find(({ a, b }) => {
        const names = [sectors.names[a]!, sectors.names[b]!];
        return names.some((name) => name.startsWith(one)) && names.some((name) => name.startsWith(two));
      })!;
    // REPORT, reference numbers: ties, expected, found in both counts.
    const reference = [
      ['Fed', 'Uni', 43, 95.8, 'fewer'],
      ['State', 'Uni', 43, 94.9, 'fewer'],
      ['Cons', 'State', 6, 19.0, 'fewer'],
      ['Fed', 'State', 84, 112.9, 'as expected'],
      ['NGO', 'Uni', 16, 25.4, 'as expected'],
      ['Cons', 'Fed', 12, 20.4, 'as expected'],
      ['NGO', 'State', 27, 34.8, 'as expected'],
      ['Cons', 'Uni', 18, 14.1, 'as expected'],
      ['Cons', 'NGO', 7, 3.9, 'as expected'],
    ] as const;
    for (const [one, two, ties, expected, verdict] of reference) {
      expect(row(one, two)).toMatchObject({ ties, verdict });
      expect(Math.abs(row(one, two).expected - expected)).toBeLessThan(1);
    }
    expect(row('Fed', 'NGO')).toMatchObject({ ties: 57, verdict: 'more' });
    expect(row('Fed', 'State').q).toBeLessThanOrEqual(0.05);
    expect(row('Fed', 'State').qJoint).toBeGreaterThan(0.05);
    expect(found.pairs.every((pair) => pair.ties > 0)).toBe(true);
  });
});
