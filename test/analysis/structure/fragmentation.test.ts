import { describe, expect, it } from 'vitest';
import { fragmentation } from '#analysis/structure/fragmentation.ts';
import { empty, fromTies, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('fragmentation', () => {
  it('is 0 in one piece, 1 where all are isolates', () => {
    expect(networkValue(fragmentation, path(4))).toBe(0);
    expect(networkValue(fragmentation, empty(4))).toBe(1);
    expect(
      networkValue(
        fragmentation,
        fromTies(4, [
          [0, 1],
          [2, 3],
        ]),
      ),
    ).toBeCloseTo(2 / 3, 15);
  });

  it('does not exist below two', () => {
    expect(networkValue(fragmentation, empty(1))).toBeNull();
  });
});
