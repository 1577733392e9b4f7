import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modularity } from '#analysis/community/modularity.ts';
import { complete, cycle, empty, fromTies, karate, karateClub } from '#test/analysis/graphs.ts';

describe('modularity', () => {
  it('has its closed forms', () => {
    expect(modularity(complete(5), [0, 0, 0, 0, 0], 1)).toBe(0);
    // n communities of one: −Σ (1/n)²
    expect(modularity(complete(5), [0, 1, 2, 3, 4], 5)).toBeCloseTo(-1 / 5, 12);
    // A ring of 6 in two halves: 4 of 6 ties inside, two volumes of one half.
    expect(modularity(cycle(6), [0, 0, 0, 1, 1, 1], 2)).toBeCloseTo(4 / 6 - 1 / 2, 12);
    expect(modularity(empty(3), [0, 1, 2], 3)).toBeNull();
    expect(modularity(empty(0), [], 0)).toBeNull();
  });

  it('agrees with networkx 3.6.1 and igraph 1.0.0 on the karate club', () => {
    const club = karateClub();
    expect(modularity(karate(), club.of, club.count)).toBeCloseTo(0.358235, 6);
  });

  it('counts strengths and resolution', () => {
    const graph = fromTies(4, [
      [0, 1, 3],
      [2, 3, 1],
      [1, 2, 2],
    ]);
    // W = 6, inside 4, volumes 8 and 4.
    expect(modularity(graph, [0, 0, 1, 1], 2)).toBeCloseTo(4 / 6 - ((8 / 12) ** 2 + (4 / 12) ** 2), 12);
    expect(modularity(graph, [0, 0, 1, 1], 2, 2)).toBeCloseTo(
      4 / 6 - 2 * ((8 / 12) ** 2 + (4 / 12) ** 2),
      12,
    );
  });

  it('takes a node without a group as a group of its own', () => {
    expect(modularity(karate(), new Int32Array(34).fill(-1), 0)).toBeCloseTo(
      modularity(
        karate(),
        Array.from({ length: 34 }, (_, v) => v),
        34,
      )!,
      12,
    );
  });

  it('lies between −½ and 1 and is what the slow double sum gives', () => {
    const pair = fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 9 }));
    const labels = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), labels, (pairs, of) => {
        const graph = fromTies(9, pairs);
        const value = modularity(graph, of, 4);
        if (graph.ties.count === 0) return value === null;
        const strength = Array.from({ length: 9 }, () => new Array<number>(9).fill(0));
        for (let t = 0; t < graph.ties.count; t++) {
          strength[graph.ties.a[t]!]![graph.ties.b[t]!] = graph.ties.strength[t]!;
          strength[graph.ties.b[t]!]![graph.ties.a[t]!] = graph.ties.strength[t]!;
        }
        const k = strength.map((row) => row.reduce((sum, s) => sum + s, 0));
        const all = k.reduce((sum, s) => sum + s, 0);
        let slow = 0;
        for (let u = 0; u < 9; u++) {
          for (let v = 0; v < 9; v++) {
            if (of[u] === of[v]) slow += (strength[u]![v]! - (k[u]! * k[v]!) / all) / all;
          }
        }
        expect(value).toBeCloseTo(slow, 10);
        return value! >= -0.5 - 1e-12 && value! <= 1;
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});
