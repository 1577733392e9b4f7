import { describe, expect, it } from 'vitest';
import { averageDistance } from '#analysis/paths/average-distance.ts';
import { complete, empty, fromTies, karate, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('averageDistance', () => {
  it('of closed forms', () => {
    expect(networkValue(averageDistance, path(4))).toBeCloseTo(5 / 3, 15);
    expect(networkValue(averageDistance, complete(4))).toBe(1);
    expect(networkValue(averageDistance, karate())).toBeCloseTo(2.408199643493761, 14);
  });

  it('looks at the largest component; of several the one with the first organization', () => {
    expect(
      networkValue(
        averageDistance,
        fromTies(5, [
          [0, 1],
          [2, 3],
          [3, 4],
        ]),
      ),
    ).toBeCloseTo(4 / 3, 15);
    const two = fromTies(
      4,
      [
        [1, 2, 2],
        [0, 3, 4],
      ],
      { distance: 'inverseStrength' },
    );
    expect(networkValue(averageDistance, two)).toBe(0.25);
  });

  it('does not exist without a pair that reaches each other', () => {
    expect(networkValue(averageDistance, empty(3))).toBeNull();
    expect(networkValue(averageDistance, empty(0))).toBeNull();
  });
});
