import { describe, expect, it } from 'vitest';
import { strength } from '#analysis/centrality/strength.ts';
import { fromTies } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('strength', () => {
  const ties = [
    [0, 1, 2],
    [1, 0, 1.5],
    [1, 2, 0.25],
    [3, 3, 9],
  ] as const;

  it('adds the strengths of ties', () => {
    expect(nodeValues(strength, fromTies(4, ties))).toEqual([3.5, 3.75, 0.25, 0]);
  });

  it('is the degree where strengths are ignored', () => {
    expect(nodeValues(strength, fromTies(4, ties, { weights: 'ignore' }))).toEqual([1, 2, 1, 0]);
  });
});
