import { describe, expect, it } from 'vitest';
import { isolates } from '#analysis/structure/isolates.ts';
import { empty, fromTies } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('isolates', () => {
  it('counts organizations without a tie; loops and strengths of 0 are none', () => {
    expect(networkValue(isolates, empty(3))).toBe(3);
    expect(networkValue(isolates, empty(0))).toBe(0);
    expect(
      networkValue(
        isolates,
        fromTies(5, [
          [0, 1],
          [2, 2],
          [3, 4, 0],
        ]),
      ),
    ).toBe(3);
  });
});
