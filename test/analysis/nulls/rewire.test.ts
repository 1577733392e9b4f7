import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildGraph } from '#analysis/graph/build-graph.ts';
import { degree } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { rewire } from '#analysis/nulls/rewire.ts';
import { complete, cycle, empty, fromTies, karate, star, type Pair } from '#test/analysis/graphs.ts';

const keyOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`;

describe('rewire', () => {
  it('keeps every degree, makes no loop and no parallel tie', () => {
    const pair = fc.tuple(fc.nat(19), fc.nat(19));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 5, maxLength: 60 }), fc.integer(), (pairs, seed) => {
        const graph = fromTies(20, pairs);
        const chain = rewire(graph.ties, 20, new Random(seed));
        for (let sample = 0; sample < 3 && chain.next(); sample++) {
          const keys = new Set(Array.from(chain.a, (a, tie) => keyOf(a, chain.b[tie]!)));
          expect(keys.size).toBe(graph.ties.count);
          expect(chain.a.some((a, tie) => a === chain.b[tie])).toBe(false);
          const degrees = new Array<number>(20).fill(0);
          for (const v of [...chain.a, ...chain.b]) degrees[v]!++;
          expect(degrees).toEqual(Array.from({ length: 20 }, (_, v) => degree(graph, v)));
        }
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it('visits all graphs of the same degrees about evenly', () => {
    // Six nodes of degree 2: 60 hexagons and 10 pairs of triangles.
    const chain = rewire(cycle(6).ties, 6, new Random(3));
    const seen = new Map<string, number>();
    for (let sample = 0; sample < 7_000; sample++) {
      expect(chain.next()).toBe(true);
      const graph = Array.from(chain.a, (a, tie) => keyOf(a, chain.b[tie]!)).sort();
      seen.set(graph.join(' '), (seen.get(graph.join(' ')) ?? 0) + 1);
    }
    expect(seen.size).toBe(70);
    for (const count of seen.values()) expect(count).toBeGreaterThan(50);
  });

  it('leaves every tie its strength', () => {
    const graph = fromTies(
      12,
      Array.from({ length: 12 }, (_, v): Pair => [v, (v + 1) % 12, v + 1]),
    );
    const chain = rewire(graph.ties, 12, new Random(1));
    expect(chain.next()).toBe(true);
    // A strength goes with its tie; a swap exchanges the second ends alone.
    expect(chain.strength).toEqual(graph.ties.strength);
  });

  it('is degenerate where 100 m tries do not reach it', () => {
    for (const graph of [star(6), complete(6), fromTies(2, [[0, 1]]), empty(4)]) {
      expect(rewire(graph.ties, graph.n, new Random(1)).next()).toBe(false);
    }
  });

  it('gives the same bytes for the same seed and leaves the graph alone', () => {
    const graph = karate();
    const before = graph.ties.b.slice();
    const [one, two] = [1, 1].map((seed) => rewire(graph.ties, 34, new Random(seed, 'null')));
    for (const chain of [one!, two!]) for (let sample = 0; sample < 3; sample++) chain.next();
    expect(one!.b).toEqual(two!.b);
    expect(one!.b).not.toEqual(before);
    expect(graph.ties.b).toEqual(before);
  });

  it('makes ties that the builder takes as they are', () => {
    const chain = rewire(karate().ties, 34, new Random(2));
    chain.next();
    const { a: from, b: to, strength } = chain;
    const stated = { from, to, strength, directed: new Uint8Array(from.length) };
    expect(buildGraph(karate().ids, { stated, projected: [] }).ties.count).toBe(78);
  });
});
