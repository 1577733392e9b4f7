import { describe, expect, it } from 'vitest';
import { bridges } from '#analysis/structure/bridges.ts';
import { cycle, fromTies, karate, path, type Pair } from '#test/analysis/graphs.ts';
import { measureContext } from '#test/analysis/run-measure.ts';

const found = (graph: ReturnType<typeof karate>): number[][] => {
  const flags = bridges.run(graph, {}, measureContext());
  return [...flags.keys()]
    .filter((tie) => flags[tie] === 1)
    .map((tie) => [graph.ties.a[tie]!, graph.ties.b[tie]!]);
};

describe('bridges', () => {
  it('of closed forms', () => {
    expect(found(path(3))).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(found(cycle(4))).toEqual([]);
  });

  it('of the karate club is the tie to 11 alone', () => {
    expect(found(karate())).toEqual([[0, 11]]);
  });

  it('is the tie between two triangles', () => {
    const triangles: Pair[] = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [3, 5],
    ];
    expect(found(fromTies(6, triangles))).toEqual([[2, 3]]);
  });

  it('counts a pair with parallel ties as one tie', () => {
    expect(
      found(
        fromTies(2, [
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toEqual([[0, 1]]);
  });
});
