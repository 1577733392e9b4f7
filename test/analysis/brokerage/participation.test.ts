import { describe, expect, it } from 'vitest';
import { participation } from '#analysis/brokerage/participation.ts';
import { fromTies, groupsOf, karate, karateClub, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('participation', () => {
  it('of closed forms', () => {
    expect(nodeValues(participation, star(4), groupsOf([0, 0, 1, 2, 3]))).toEqual([0.75, 0, 0, 0, 0]);
    expect(
      nodeValues(
        participation,
        fromTies(3, [
          [0, 1, 3],
          [0, 2, 1],
        ]),
        groupsOf([0, 0, 1]),
      )[0],
    ).toBe(0.375);
  });

  it('of the karate club', () => {
    const values = nodeValues(participation, karate(), karateClub());
    expect([0, 2, 33, 9].map((v) => values[v]!.toFixed(4))).toEqual(['0.1172', '0.4800', '0.2907', '0.5000']);
  });

  it('leaves out partners in no group; null where none is left', () => {
    expect(nodeValues(participation, star(3), groupsOf([-1, 0, 1, -1]))).toEqual([0.5, null, null, null]);
  });
});
