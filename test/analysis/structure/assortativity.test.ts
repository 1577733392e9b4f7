import { describe, expect, it } from 'vitest';
import { assortativity } from '#analysis/structure/assortativity.ts';
import { complete, cycle, fromTies, groupsOf, karate, karateClub } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('assortativity', () => {
  it('is 1 where all ties are inside, −1 where two equal sides tie only across', () => {
    const inside = fromTies(4, [
      [0, 1],
      [2, 3],
    ]);
    expect(networkValue(assortativity, inside, groupsOf([0, 0, 1, 1]))).toBe(1);
    expect(networkValue(assortativity, cycle(4), groupsOf([0, 1, 0, 1]))).toBe(-1);
  });

  it('of the karate club', () => {
    expect(networkValue(assortativity, karate(), karateClub())).toBeCloseTo(0.717531, 6);
  });

  it('leaves out who is in no group, and does not exist in one group', () => {
    const graph = fromTies(4, [
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(networkValue(assortativity, graph, groupsOf([0, 1, 0, -1]))).toBe(-1);
    expect(networkValue(assortativity, complete(3), groupsOf([0, 0, 0]))).toBeNull();
    expect(networkValue(assortativity, graph, groupsOf([-1, 0, -1, 1]))).toBeNull();
  });
});
