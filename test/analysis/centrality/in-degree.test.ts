import { describe, expect, it } from 'vitest';
import { inDegree } from '#analysis/centrality/in-degree.ts';
import { fromTies, path } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('inDegree', () => {
  it('counts arcs that arrive', () => {
    expect(
      nodeValues(
        inDegree,
        fromTies(
          3,
          [
            [0, 1],
            [2, 1],
            [1, 2],
          ],
          { directed: true },
        ),
      ),
    ).toEqual([0, 2, 1]);
  });

  it('does not exist without a direction', () => {
    expect(nodeValues(inDegree, path(3))).toEqual([null, null, null]);
  });
});
