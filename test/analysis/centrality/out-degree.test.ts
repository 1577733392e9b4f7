import { describe, expect, it } from 'vitest';
import { outDegree } from '#analysis/centrality/out-degree.ts';
import { fromTies, path } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('outDegree', () => {
  it('counts arcs that leave, each partner once', () => {
    const ties = [
      [0, 1],
      [0, 1],
      [0, 2],
      [1, 0],
      [2, 2],
    ] as const;
    expect(nodeValues(outDegree, fromTies(3, ties, { directed: true }))).toEqual([2, 1, 0]);
  });

  it('does not exist without a direction', () => {
    expect(nodeValues(outDegree, path(2))).toEqual([null, null]);
  });
});
