import { describe, expect, it } from 'vitest';
import { clustering } from '#analysis/structure/clustering.ts';
import { complete, cycle, fromTies, karate, path } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('clustering', () => {
  it('of closed forms; null below two partners', () => {
    expect(nodeValues(clustering, complete(4))).toEqual([1, 1, 1, 1]);
    expect(nodeValues(clustering, cycle(4))).toEqual([0, 0, 0, 0]);
    expect(nodeValues(clustering, path(3))).toEqual([null, 0, null]);
  });

  it('is not fooled by loops and parallel ties', () => {
    const ties = [
      [0, 1],
      [1, 0],
      [1, 2],
      [0, 2],
      [2, 2],
      [0, 3],
    ] as const;
    expect(nodeValues(clustering, fromTies(4, ties))).toEqual([1 / 3, 1, 1, null]);
  });

  it('of the karate club', () => {
    expect(nodeValues(clustering, karate())[0]).toBe(0.15);
  });
});
