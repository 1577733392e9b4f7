import { describe, expect, it } from 'vitest';
import { constraint } from '#analysis/brokerage/constraint.ts';
import { complete, empty, fromTies, karate, path, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('constraint', () => {
  it('of closed forms', () => {
    expect(nodeValues(constraint, path(3))).toEqual([1, 0.5, 1]);
    expect(nodeValues(constraint, star(4))).toEqual([0.25, 1, 1, 1, 1]);
    expect(nodeValues(constraint, complete(3))).toEqual([1.125, 1.125, 1.125]);
    expect(nodeValues(constraint, empty(2))).toEqual([null, null]);
  });

  it('counts strengths: (3/4)² + (1/4)²', () => {
    expect(
      nodeValues(
        constraint,
        fromTies(3, [
          [0, 1, 3],
          [0, 2, 1],
        ]),
      )[0],
    ).toBe(0.625);
  });

  it('of the karate club', () => {
    const values = nodeValues(constraint, karate());
    expect([0, 2, 33, 11].map((v) => values[v]!.toFixed(4))).toEqual([
      '0.1554',
      '0.1852',
      '0.1564',
      '1.0000',
    ]);
  });
});
