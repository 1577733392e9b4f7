import { describe, expect, it } from 'vitest';
import { crossEfficiency } from '#analysis/paths/cross-efficiency.ts';
import { complete, fromTies, groupsOf, karate, karateClub, path } from '#test/analysis/graphs.ts';
import { networkValue } from '#test/analysis/run-measure.ts';

describe('crossEfficiency', () => {
  it('is the mean of 1/distance over pairs in different groups', () => {
    expect(networkValue(crossEfficiency, path(3), groupsOf([0, 0, 1]))).toBe(0.75);
    expect(networkValue(crossEfficiency, complete(4), groupsOf([0, 1, 1, 0]))).toBe(1);
    expect(networkValue(crossEfficiency, fromTies(3, [[0, 1]]), groupsOf([0, 1, 1]))).toBe(0.5);
  });

  it('does not exist where no pair crosses; who is in no group is in no pair', () => {
    expect(networkValue(crossEfficiency, path(3), groupsOf([0, 0, 0]))).toBeNull();
    expect(networkValue(crossEfficiency, path(3), groupsOf([0, -1, 1]))).toBe(0.5);
    expect(networkValue(crossEfficiency, path(3), groupsOf([0, -1, 0]))).toBeNull();
  });

  it('gives the same for one graph under several groups as for each alone', () => {
    const graph = karate();
    const halves = groupsOf(Array.from({ length: 34 }, (_, v) => v % 2));
    const together = [karateClub(), halves].map((groups) => networkValue(crossEfficiency, graph, groups));
    expect(together).toEqual(
      [karateClub(), halves].map((groups) => networkValue(crossEfficiency, karate(), groups)),
    );
  });
});
