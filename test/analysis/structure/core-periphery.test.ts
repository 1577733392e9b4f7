import { describe, expect, it } from 'vitest';
import { corePeriphery } from '#analysis/structure/core-periphery.ts';
import { complete, cycle, empty, fromTies, karate, star, type Pair } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('corePeriphery', () => {
  it('is 1 for a star and for a clique with satellites', () => {
    expect(networkValue(corePeriphery, star(5))).toBeCloseTo(1, 14);
    // Core 0, 1, 2; every member of the periphery is tied with the whole core.
    const pairs: Pair[] = [
      [0, 1],
      [0, 2],
      [1, 2],
    ];
    for (let v = 3; v < 9; v++) for (let core = 0; core < 3; core++) pairs.push([core, v]);
    expect(networkValue(corePeriphery, fromTies(9, pairs))).toBeCloseTo(1, 14);
  });

  it('of a cycle of five takes three: all 5 ties, 9 of 10 pairs', () => {
    expect(networkValue(corePeriphery, cycle(5))).toBeCloseTo((10 * 5 - 5 * 9) / Math.sqrt(25 * 9), 14);
  });

  it('does not exist where nothing varies', () => {
    for (const graph of [empty(4), complete(4), complete(2)])
      expect(networkValue(corePeriphery, graph)).toBeNull();
  });

  it('of the karate club is at least what the two leaders and 2, 32 alone give', () => {
    // 0, 2, 32, 33 touch 43 of 78 ties; 561 − 30·29/2 = 126 pairs.
    const leaders = (561 * 43 - 78 * 126) / Math.sqrt(78 * 483 * 126 * 435);
    expect(networkValue(corePeriphery, karate())).toBeGreaterThanOrEqual(leaders - 1e-12);
  });
});
