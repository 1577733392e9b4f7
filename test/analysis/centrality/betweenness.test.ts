import { describe, expect, it } from 'vitest';
import { betweenness } from '#analysis/centrality/betweenness.ts';
import { sampledBetweennessBound } from '#analysis/centrality/sampled-betweenness-bound.ts';
import { complete, cycle, fromTies, karate, path, star, type Pair } from '#test/analysis/graphs.ts';
import { measureContext, nodeValues } from '#test/analysis/run-measure.ts';

const families =
  'Acciaiuoli Albizzi Barbadori Bischeri Castellani Ginori Guadagni Lamberteschi Medici Pazzi Peruzzi Pucci Ridolfi Salviati Strozzi Tornabuoni'.split(
    ' ',
  );
const marriages =
  'Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni';

describe('betweenness', () => {
  it('of closed forms', () => {
    expect(nodeValues(betweenness, path(5))).toEqual([0, 3, 4, 3, 0]);
    expect(nodeValues(betweenness, star(4))).toEqual([6, 0, 0, 0, 0]);
    expect(nodeValues(betweenness, complete(5))).toEqual([0, 0, 0, 0, 0]);
    expect(nodeValues(betweenness, cycle(5))).toEqual([1, 1, 1, 1, 1]);
    expect(nodeValues(betweenness, cycle(4))).toEqual([0.5, 0.5, 0.5, 0.5]);
  });

  it('of a path with a loop (graphology-metrics gives 1, 2, 2.25, 1.75, .75)', () => {
    const ties: Pair[] = [
      [0, 1],
      [1, 2],
      [2, 2],
      [2, 3],
      [3, 4],
    ];
    expect(nodeValues(betweenness, fromTies(5, ties))).toEqual([0, 3, 4, 3, 0]);
  });

  it('of the karate club', () => {
    const values = betweenness.run(karate(), {}, measureContext());
    expect(values[0]).toBeCloseTo(231.0714, 4);
    expect(values[33]).toBeCloseTo(160.5516, 4);
    expect([0, 2, 33].map((v) => (values[v]! / 528).toFixed(4))).toEqual(['0.4376', '0.1437', '0.3041']);
  });

  it('of the Medici among the Florentine marriages', () => {
    const pairs = marriages.split(' ').map((pair): Pair => {
      const [one, two] = pair.split('-');
      return [families.indexOf(one!), families.indexOf(two!)];
    });
    const medici = nodeValues(betweenness, fromTies(16, pairs))[families.indexOf('Medici')]!;
    expect(medici).toBeCloseTo(47.5, 12);
    expect((medici / ((14 * 13) / 2)).toFixed(4)).toBe('0.5220');
    expect((medici / ((15 * 14) / 2)).toFixed(4)).toBe('0.4524');
  });

  it('by lengths takes the way of strong ties, and counts 1/3 + 1/3 + 1/3 as long as 1', () => {
    const triangle: Pair[] = [
      [0, 1, 4],
      [1, 2, 4],
      [0, 2, 1],
    ];
    expect(nodeValues(betweenness, fromTies(3, triangle))).toEqual([0, 0, 0]);
    expect(nodeValues(betweenness, fromTies(3, triangle, { distance: 'inverseStrength' }))).toEqual([
      0, 1, 0,
    ]);
    const round: Pair[] = [
      [0, 1, 3],
      [1, 2, 3],
      [2, 3, 3],
      [0, 3, 1],
    ];
    const tenths: Pair[] = [
      [0, 1, 10],
      [1, 2, 5],
      [0, 2, 1 / 0.3],
    ];
    expect(nodeValues(betweenness, fromTies(4, round, { distance: 'inverseStrength' }))[1]).toBeCloseTo(
      1.5,
      12,
    );
    // .1 + .2 is not .3 in doubles; the two ways are equal all the same.
    expect(nodeValues(betweenness, fromTies(3, tenths, { distance: 'inverseStrength' }))[1]).toBe(0.5);
  });

  it('has no limit in depth, and says so where paths cannot be counted', () => {
    const diamonds = (count: number): Pair[] =>
      Array.from({ length: count }, (_, d): Pair[] => [
        [3 * d, 3 * d + 1],
        [3 * d, 3 * d + 2],
        [3 * d + 1, 3 * d + 3],
        [3 * d + 2, 3 * d + 3],
      ]).flat();
    const fine = nodeValues(betweenness, fromTies(301, diamonds(100)));
    // 150 nodes on either side, and half of each pair of tips beside it.
    expect(fine[150]).toBeCloseTo(150 * 150 + 1, 6);
    expect(() => nodeValues(betweenness, fromTies(3301, diamonds(1100)))).toThrow(
      expect.objectContaining({ code: 'PATHS_NOT_COUNTABLE' }),
    );
  });
});

describe('betweenness from a sample of sources', () => {
  const run = (sample: number | null, seed = 1): Float64Array =>
    betweenness.run(karate(), { sample }, measureContext({ seed }));

  it('is exact where the network is no larger than the sample', () => {
    expect(run(34)).toEqual(run(null));
  });

  it('is the same for the same seed, and stays within its bound for 95 of 100 seeds', () => {
    expect(run(10, 3)).toEqual(run(10, 3));
    expect(run(10, 3)).not.toEqual(run(10, 4));
    const exact = run(null);
    const bound = sampledBetweennessBound(34, 20);
    let within = 0;
    for (let seed = 0; seed < 100; seed++) {
      if (run(20, seed).every((value, v) => Math.abs(value - exact[v]!) <= bound)) within++;
    }
    expect(within).toBeGreaterThanOrEqual(95);
  });

  it('is right on average', () => {
    const exact = run(null);
    let sum = 0;
    for (let seed = 0; seed < 400; seed++) sum += run(10, seed)[0]!;
    expect(sum / 400 / exact[0]!).toBeGreaterThan(0.97);
    expect(sum / 400 / exact[0]!).toBeLessThan(1.03);
  });

  it('has the bound n(n−2)/2 · √(ln(2n/α) / 2k)', () => {
    expect(sampledBetweennessBound(1000, 200)).toBeCloseTo(499000 * Math.sqrt(Math.log(40000) / 400), 6);
    expect(sampledBetweennessBound(10, 10)).toBe(0);
  });

  it('refuses a sample of 0', () => {
    expect(() => run(0)).toThrow(expect.objectContaining({ code: 'PARAMETER_NOT_VALID' }));
  });
});
