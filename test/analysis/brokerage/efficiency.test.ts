import { describe, expect, it } from 'vitest';
import { efficiency } from '#analysis/brokerage/efficiency.ts';
import { complete, empty, karate, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('efficiency', () => {
  it('is effective size by degree', () => {
    expect(nodeValues(efficiency, star(4))).toEqual([1, 1, 1, 1, 1]);
    expect(nodeValues(efficiency, complete(4))).toEqual([1 / 3, 1 / 3, 1 / 3, 1 / 3]);
    expect(nodeValues(efficiency, karate())[0]).toBe(13.75 / 16);
    expect(nodeValues(efficiency, empty(1))).toEqual([null]);
  });
});
