import { describe, expect, it } from 'vitest';
import { density } from '#analysis/structure/density.ts';
import { complete, empty, karate, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('density', () => {
  it('of closed forms', () => {
    expect(networkValue(density, complete(5))).toBe(1);
    expect(networkValue(density, empty(5))).toBe(0);
    expect(networkValue(density, path(4))).toBe(0.5);
    expect(networkValue(density, karate())).toBeCloseTo(0.139037, 6);
  });

  it('does not exist below two', () => {
    expect(networkValue(density, empty(1))).toBeNull();
    expect(networkValue(density, empty(0))).toBeNull();
  });
});
