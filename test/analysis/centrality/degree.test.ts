import { describe, expect, it } from 'vitest';
import { degree } from '#analysis/centrality/degree.ts';
import { complete, fromTies, karate, path, star } from '#test/analysis/graphs.ts';
import { nodeValues } from '#test/analysis/run-measure.ts';

describe('degree', () => {
  it('counts partners', () => {
    expect(nodeValues(degree, path(4))).toEqual([1, 2, 2, 1]);
    expect(nodeValues(degree, star(3))).toEqual([3, 1, 1, 1]);
    expect(nodeValues(degree, complete(4))).toEqual([3, 3, 3, 3]);
    expect(nodeValues(degree, karate())[33]).toBe(17);
  });

  it('counts a pair once however many ties or directions it has, and no loop', () => {
    const ties = [
      [0, 1],
      [1, 0],
      [0, 1],
      [2, 2],
    ] as const;
    expect(nodeValues(degree, fromTies(3, ties, { directed: true }))).toEqual([1, 1, 0]);
  });
});
