import { describe, expect, it } from 'vitest';
import { transitivity } from '#analysis/structure/transitivity.ts';
import { complete, cycle, empty, fromTies, karate } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('transitivity', () => {
  it('of closed forms', () => {
    expect(networkValue(transitivity, complete(4))).toBe(1);
    expect(networkValue(transitivity, cycle(4))).toBe(0);
    expect(
      networkValue(
        transitivity,
        fromTies(4, [
          [0, 1],
          [1, 2],
          [0, 2],
          [2, 3],
        ]),
      ),
    ).toBe(3 / 5);
    expect(networkValue(transitivity, karate())).toBeCloseTo(0.2556818181818182, 14);
  });

  it('does not exist without a connected triple', () => {
    expect(networkValue(transitivity, empty(3))).toBeNull();
    expect(networkValue(transitivity, complete(2))).toBeNull();
  });
});
