import { describe, expect, it } from 'vitest';
import { diameter } from '#analysis/paths/diameter.ts';
import { complete, cycle, empty, fromTies, karate, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('diameter', () => {
  it('of closed forms', () => {
    expect(networkValue(diameter, path(5))).toBe(4);
    expect(networkValue(diameter, cycle(6))).toBe(3);
    expect(networkValue(diameter, complete(4))).toBe(1);
    expect(networkValue(diameter, karate())).toBe(5);
    expect(
      networkValue(
        diameter,
        fromTies(
          3,
          [
            [0, 1, 2],
            [1, 2, 4],
          ],
          { distance: 'inverseStrength' },
        ),
      ),
    ).toBe(0.75);
  });

  it('is 0 where the largest component is one organization, null without any', () => {
    expect(networkValue(diameter, empty(3))).toBe(0);
    expect(networkValue(diameter, empty(0))).toBeNull();
  });
});
