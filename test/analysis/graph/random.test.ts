import { describe, expect, it } from 'vitest';
import { Random } from '#analysis/graph/random.ts';

const draw = (random: Random, count: number): number[] => Array.from({ length: count }, () => random.bits());

describe('Random', () => {
  it('has a stream that never changes: reports of earlier versions can be made again', () => {
    expect(draw(new Random(1), 4)).toEqual([2420951833, 2513034076, 3847892949, 4064752930]);
    expect(draw(new Random(1, 'leiden'), 2)).toEqual([2741281472, 3516685115]);
    expect(new Random(-5, 'x').float()).toBe(0.9016162703183699);
  });

  it('gives the same for the same seed and stream, another for another', () => {
    expect(draw(new Random(7, 'a'), 20)).toEqual(draw(new Random(7, 'a'), 20));
    const firsts = [
      new Random(7, 'a'),
      new Random(8, 'a'),
      new Random(7, 'b'),
      new Random(7),
      new Random(7 + 2 ** 32, 'a'),
    ].map((random) => draw(random, 2).join());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('draws below a bound without bias (χ², 99.9 %)', () => {
    for (const bound of [2, 3, 7, 10]) {
      const random = new Random(3, `below ${bound}`);
      const counts = Array<number>(bound).fill(0);
      const draws = 20_000;
      for (let i = 0; i < draws; i++) counts[random.below(bound)]!++;
      const expected = draws / bound;
      const chi = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      expect(chi).toBeLessThan({ 2: 10.83, 3: 13.82, 7: 22.46, 10: 27.88 }[bound]!);
    }
  });

  it('has no bias where the bound is not a small part of 2³²: a third of 3 · 2³⁰ is a third', () => {
    const random = new Random(5, 'large');
    let low = 0;
    for (let i = 0; i < 30_000; i++) if (random.below(3 * 2 ** 30) < 2 ** 30) low++;
    // Without rejection the low third would come half of the time.
    expect(Math.abs(low / 30_000 - 1 / 3)).toBeLessThan(0.01);
    expect(new Random(1).below(1)).toBe(0);
    expect(new Random(1).below(2 ** 32)).toBe(new Random(1).bits());
  });

  it('draws floats in [0, 1) with mean ½', () => {
    const random = new Random(9, 'float');
    let sum = 0;
    for (let i = 0; i < 20_000; i++) {
      const value = random.float();
      expect(value >= 0 && value < 1).toBe(true);
      sum += value;
    }
    expect(Math.abs(sum / 20_000 - 0.5)).toBeLessThan(0.01);
  });

  it('shuffles in place, each order about as often (χ², 99.9 %)', () => {
    const random = new Random(11, 'shuffle');
    const counts = new Map<string, number>();
    for (let i = 0; i < 12_000; i++) {
      const order = random.shuffle(Uint32Array.of(0, 1, 2)).join();
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
    expect(chi).toBeLessThan(20.52);
  });
});
