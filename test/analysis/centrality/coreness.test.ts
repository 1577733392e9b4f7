import { describe, expect, it } from 'vitest';
import { coreness } from '#analysis/centrality/coreness.ts';
import { complete, cycle, empty, fromTies, karate, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('coreness', () => {
  it('of closed forms', () => {
    expect(nodeValues(coreness, complete(5))).toEqual([4, 4, 4, 4, 4]);
    expect(nodeValues(coreness, cycle(4))).toEqual([2, 2, 2, 2]);
    expect(nodeValues(coreness, star(3))).toEqual([1, 1, 1, 1]);
    expect(nodeValues(coreness, empty(2))).toEqual([0, 0]);
  });

  it('peels a tail off a clique', () => {
    const ties = [
      [0, 1],
      [0, 2],
      [1, 2],
      [2, 3],
      [3, 4],
    ] as const;
    expect(nodeValues(coreness, fromTies(5, ties))).toEqual([2, 2, 2, 1, 1]);
  });

  it('finds the ten members of the 4-core of the karate club', () => {
    const values = nodeValues(coreness, karate());
    expect([...values.keys()].filter((v) => values[v] === 4)).toEqual([0, 1, 2, 3, 7, 8, 13, 30, 32, 33]);
  });
});
