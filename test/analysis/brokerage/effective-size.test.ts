import { describe, expect, it } from 'vitest';
import { effectiveSize } from '#analysis/brokerage/effective-size.ts';
import { complete, empty, karate, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('effectiveSize', () => {
  it('of closed forms', () => {
    expect(nodeValues(effectiveSize, star(4))).toEqual([4, 1, 1, 1, 1]);
    expect(nodeValues(effectiveSize, complete(4))).toEqual([1, 1, 1, 1]);
    expect(nodeValues(effectiveSize, empty(1))).toEqual([null]);
  });

  it('of the karate club', () => {
    const values = nodeValues(effectiveSize, karate());
    expect(values[0]).toBe(13.75);
    expect(values[2]).toBeCloseTo(7.8, 12);
    expect(values[33]).toBeCloseTo(15.2353, 4);
  });
});
