import { describe, expect, it } from 'vitest';
import { eiIndex, networkEiIndex } from '#analysis/brokerage/ei-index.ts';
import { fromTies, groupsOf, karate, karateClub, path } from '#test/analysis/graphs.ts';
import { networkValue, nodeValues } from '#test/analysis/run-measure.ts';

describe('eiIndex of an organization', () => {
  it('of closed forms; an isolate and who is in no group have none', () => {
    expect(nodeValues(eiIndex, path(3), groupsOf([0, 0, 1]))).toEqual([-1, 0, 1]);
    expect(
      nodeValues(
        eiIndex,
        fromTies(4, [
          [0, 1],
          [1, 2],
        ]),
        groupsOf([0, 0, -1, 0]),
      ),
    ).toEqual([-1, -1, null, null]);
  });

  it('counts ties, not strengths', () => {
    expect(
      nodeValues(
        eiIndex,
        fromTies(3, [
          [0, 1, 9],
          [1, 2, 1],
        ]),
        groupsOf([0, 0, 1]),
      )[1],
    ).toBe(0);
  });
});

describe('eiIndex of the network', () => {
  it('of the karate club: E 11, I 67', () => {
    expect(networkValue(networkEiIndex, karate(), karateClub())).toBe((11 - 67) / 78);
  });

  it('leaves out ties with who is in no group', () => {
    expect(networkValue(networkEiIndex, path(3), groupsOf([0, 0, -1]))).toBe(-1);
    expect(networkValue(networkEiIndex, path(2), groupsOf([0, -1]))).toBeNull();
  });
});
