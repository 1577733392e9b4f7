import { describe, expect, it } from 'vitest';
import { reciprocity } from '#analysis/structure/reciprocity.ts';
import { fromTies, path, type Pair } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

const directed = (n: number, pairs: readonly Pair[]) =>
  networkValue(reciprocity, fromTies(n, pairs, { directed: true }));

describe('reciprocity', () => {
  it('is the share of arcs that are returned', () => {
    expect(
      directed(3, [
        [0, 1],
        [1, 0],
        [1, 2],
      ]),
    ).toBe(2 / 3);
    expect(
      directed(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    ).toBe(0);
    expect(
      directed(2, [
        [0, 1],
        [1, 0],
      ]),
    ).toBe(1);
  });

  it('counts an arc once and no loop', () => {
    expect(
      directed(3, [
        [0, 1],
        [0, 1],
        [1, 0],
        [2, 2],
        [0, 2],
      ]),
    ).toBe(2 / 3);
  });

  it('does not exist in an undirected network or where every arc is a loop', () => {
    expect(networkValue(reciprocity, path(3))).toBeNull();
    expect(directed(2, [[0, 0]])).toBeNull();
  });
});
