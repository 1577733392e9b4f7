import { describe, expect, it } from 'vitest';
import { groupsModularity } from '#analysis/community/groups-modularity.ts';
import { empty, fromTies, groupsOf, karate, karateClub } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('groupsModularity', () => {
  it('of the karate club', () => {
    expect(networkValue(groupsModularity, karate(), karateClub())).toBeCloseTo(0.358235, 6);
  });

  it('of two pairs apart is ½; of one group 0', () => {
    const pairs = fromTies(4, [
      [0, 1],
      [2, 3],
    ]);
    expect(networkValue(groupsModularity, pairs, groupsOf([0, 0, 1, 1]))).toBe(0.5);
    expect(networkValue(groupsModularity, pairs, groupsOf([0, 0, 0, 0]))).toBe(0);
  });

  it('does not exist without a tie', () => {
    expect(networkValue(groupsModularity, empty(2), groupsOf([0, 1]))).toBeNull();
  });
});
