import { describe, expect, it } from 'vitest';
import { eigenvector } from '#analysis/centrality/eigenvector.ts';
import { complete, empty, fromTies, path, star, type Pair } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('eigenvector', () => {
  it('of closed forms', () => {
    nodeValues(eigenvector, star(4)).forEach((value, v) => expect(value).toBeCloseTo(v === 0 ? 1 : 0.5, 12));
    nodeValues(eigenvector, complete(5)).forEach((value) => expect(value).toBeCloseTo(1, 12));
    const middle = Math.sin((Math.PI * 20) / 40);
    nodeValues(eigenvector, path(39)).forEach((value, v) =>
      expect(value).toBeCloseTo(Math.sin((Math.PI * (v + 1)) / 40) / middle, 10),
    );
  });

  it('counts strengths', () => {
    const values = nodeValues(
      eigenvector,
      fromTies(3, [
        [0, 1, 3],
        [1, 2, 4],
      ]),
    );
    expect(values[0]).toBeCloseTo(0.6, 12);
    expect(values[2]).toBeCloseTo(0.8, 12);
  });

  it('gives values to the component with the largest eigenvalue alone', () => {
    const triangle: Pair[] = [
      [2, 3],
      [3, 4],
      [2, 4],
    ];
    expect(nodeValues(eigenvector, fromTies(6, [[0, 1], ...triangle])).map((value) => value! > 0)).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('of two equal ones takes that with the first node', () => {
    expect(
      nodeValues(
        eigenvector,
        fromTies(4, [
          [0, 3],
          [1, 2],
        ]),
      ),
    ).toEqual([1, 0, 0, 1]);
  });

  it('does not exist without a tie', () => {
    expect(nodeValues(eigenvector, empty(2))).toEqual([null, null]);
  });
});
