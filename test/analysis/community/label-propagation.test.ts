import { describe, expect, it } from 'vitest';
import { labelPropagation } from '#analysis/community/label-propagation.ts';
import { modularity } from '#analysis/community/modularity.ts';
import { Random } from '#analysis/graph/random.ts';
import { complete, empty, fromTies, karate, type Pair } from '#test/analysis/graphs.ts';

const twoCliques = (): ReturnType<typeof fromTies> => {
  const pairs: Pair[] = [[0, 5]];
  for (const start of [0, 5]) {
    for (let i = 0; i < 5; i++) for (let j = i + 1; j < 5; j++) pairs.push([start + i, start + j, 2]);
  }
  return fromTies(11, pairs);
};

describe('labelPropagation', () => {
  it('finds two cliques and leaves an island alone', () => {
    expect([...labelPropagation(twoCliques(), new Random(1))]).toEqual([0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2]);
  });

  it('keeps a complete graph whole and takes a graph without ties', () => {
    expect([...labelPropagation(complete(5), new Random(1))]).toEqual([0, 0, 0, 0, 0]);
    expect([...labelPropagation(empty(2), new Random(1))]).toEqual([0, 1]);
    expect(labelPropagation(empty(0), new Random(1))).toHaveLength(0);
  });

  it('gives the same bytes for the same seed', () => {
    const one = labelPropagation(karate(), new Random(4));
    expect(labelPropagation(karate(), new Random(4))).toEqual(one);
    expect(modularity(karate(), one, 34)).toBeGreaterThan(-0.01);
  });
});
