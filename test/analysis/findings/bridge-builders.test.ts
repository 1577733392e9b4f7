import { describe, expect, it } from 'vitest';
import { bridgeBuilders, groupsAround } from '#analysis/findings/bridge-builders.ts';
import { fromTies, groupsOf, path, star } from '#test/analysis/graphs.ts';

describe('bridgeBuilders', () => {
  const groups = groupsOf([0, 0, 1, 1, 2]);

  it('ranks by betweenness and leaves out those nothing runs through', () => {
    const found = bridgeBuilders(path(5), groups, Float64Array.of(0, 3, 4, 3, 0));
    expect(found.map(({ node, rank, betweenness }) => [node, rank, betweenness])).toEqual([
      [2, 1, 4],
      [1, 2, 3],
      [3, 3, 3],
    ]);
  });

  it('lists at most the top asked for', () => {
    const found = bridgeBuilders(path(5), groups, Float64Array.of(0, 3, 4, 3, 0), { top: 2 });
    expect(found.map(({ node }) => node)).toEqual([2, 1]);
    expect(bridgeBuilders(path(5), groups, new Float64Array(5))).toEqual([]);
  });

  it('puts values as good as equal in node order', () => {
    const found = bridgeBuilders(path(5), groups, Float64Array.of(0, 3, 1, 3 * (1 + 1e-12), 0));
    expect(found.map(({ node }) => node)).toEqual([1, 3, 2]);
  });

  it('names the groups of its partners and its own', () => {
    expect(groupsAround(path(5), groups, 3)).toEqual([1, 2]);
    expect(groupsAround(star(3), groupsOf([-1, 2, 0, 2]), 0)).toEqual([0, 2]);
    expect(groupsAround(fromTies(2, [[0, 1]]), groupsOf([-1, -1]), 0)).toEqual([]);
  });
});
