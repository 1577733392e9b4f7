import { describe, expect, it } from 'vitest';
import { articulation } from '#analysis/structure/articulation.ts';
import { complete, cycle, fromTies, karate, path, star, type Pair } from '#test/analysis/graphs.ts';
import { measureContext } from '#test/analysis/run-measure.ts';

const points = (graph: ReturnType<typeof karate>): number[] => {
  const flags = articulation.run(graph, {}, measureContext());
  return [...flags.keys()].filter((v) => flags[v] === 1);
};

describe('articulation', () => {
  it('of closed forms', () => {
    expect(points(path(5))).toEqual([1, 2, 3]);
    expect(points(star(3))).toEqual([0]);
    expect(points(cycle(5))).toEqual([]);
    expect(points(complete(4))).toEqual([]);
    expect(points(path(2))).toEqual([]);
  });

  it('of the karate club is 0 alone', () => {
    expect(points(karate())).toEqual([0]);
  });

  it('is the node where two triangles meet, in each component', () => {
    const triangles: Pair[] = [
      [0, 1],
      [1, 2],
      [0, 2],
      [2, 3],
      [3, 4],
      [2, 4],
      [5, 6],
      [6, 7],
    ];
    expect(points(fromTies(8, triangles))).toEqual([2, 6]);
  });

  it('does not run out of stack on a path of 200,000', () => {
    expect(points(path(200_000))).toHaveLength(199_998);
  });
});
