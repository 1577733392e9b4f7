import { describe, expect, it } from 'vitest';
import { detect } from '#analysis/community/detect.ts';
import { modularity } from '#analysis/community/modularity.ts';
import { AnalysisError } from '#analysis/errors.ts';
import { cycle, empty, fromTies, karate } from '#test/analysis/graphs.ts';

describe('detect', () => {
  it('reaches the exact best modularity of the karate club, .41979 in 4 communities', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const found = detect(karate(), { seed });
      expect(found.modularity).toBeCloseTo(0.4197896, 6);
      expect(found.count).toBe(4);
      expect(found.runs.length).toBeGreaterThanOrEqual(30);
    }
  });

  it('goes on by tens until the best has not risen in the last twenty', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const graph = karate();
      const { runs, best } = detect(graph, { seed });
      const values = runs.map((labels) => modularity(graph, labels, 34)!);
      expect(values.findIndex((value) => value > Math.max(...values) - 1e-9)).toBe(best);
      expect(runs.length % 10).toBe(0);
      expect(runs.length === 200 || runs.length - 1 - best >= 20).toBe(true);
      // Not longer than needed: ten fewer would not have been enough.
      expect(runs.length === 30 || runs.length - 11 - best < 20).toBe(true);
    }
  });

  it('labels communities by size, then by first member', () => {
    const { membership, count } = detect(karate(), { seed: 1 });
    const sizes = Array.from({ length: count }, (_, c) => membership.filter((label) => label === c).length);
    expect(sizes).toEqual([...sizes].sort((one, two) => two - one));
    const pairs = detect(
      fromTies(7, [
        [0, 1],
        [2, 3],
        [4, 5],
        [5, 6],
      ]),
      { seed: 1 },
    );
    expect([...pairs.membership]).toEqual([1, 1, 2, 2, 0, 0, 0]);
  });

  it('gives the same bytes for the same seed, and other runs for another', () => {
    // A ring has many partitions that are equally good.
    const one = detect(cycle(50), { seed: 5 });
    expect(detect(cycle(50), { seed: 5 })).toEqual(one);
    expect(detect(cycle(50), { seed: 6 }).runs).not.toEqual(one.runs);
  });

  it('has no modularity without a tie', () => {
    const found = detect(empty(3), { seed: 1 });
    expect(found.modularity).toBeNull();
    expect([...found.membership]).toEqual([0, 1, 2]);
    expect(detect(empty(0), { seed: 1 }).count).toBe(0);
  });

  it('reads strengths unless the lens ignores them', () => {
    const square = [
      [0, 1, 9],
      [1, 2, 1],
      [2, 3, 9],
      [3, 0, 1],
    ] as const;
    expect([...detect(fromTies(4, square), { seed: 1 }).membership]).toEqual([0, 0, 1, 1]);
    expect(detect(fromTies(4, square, { weights: 'ignore' }), { seed: 1 }).modularity).toBeCloseTo(0, 12);
  });

  it('ends when it is cancelled', () => {
    const signal = AbortSignal.abort();
    expect(() => detect(karate(), { seed: 1, signal })).toThrow(AnalysisError);
  });
});
