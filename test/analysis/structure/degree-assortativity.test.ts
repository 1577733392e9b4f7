import { describe, expect, it } from 'vitest';
import { degreeAssortativity } from '#analysis/structure/degree-assortativity.ts';
import { cycle, empty, fromTies, karate, star } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('degreeAssortativity', () => {
  it('of closed forms', () => {
    expect(networkValue(degreeAssortativity, star(4))).toBe(-1);
    // Two triangles and a pair: everybody is tied with their like.
    const alike = fromTies(5, [
      [0, 1],
      [1, 2],
      [0, 2],
      [3, 4],
    ]);
    expect(networkValue(degreeAssortativity, alike)).toBe(1);
    expect(networkValue(degreeAssortativity, karate())).toBeCloseTo(-0.475613, 6);
  });

  it('does not exist without a tie or where all degrees are the same', () => {
    expect(networkValue(degreeAssortativity, empty(3))).toBeNull();
    expect(networkValue(degreeAssortativity, cycle(5))).toBeNull();
  });
});
