import { describe, expect, it } from 'vitest';
import { acrossSum, pathSums } from '#analysis/paths/path-sums.ts';
import { fromTies, groupsOf, karate, karateClub, path } from '#test/analysis/graphs.ts';
import { measureContext } from '#test/analysis/run-measure.ts';

describe('pathSums', () => {
  it('keeps for each node what it reaches, how far in all, how near in all, and the farthest', () => {
    const sums = pathSums(
      fromTies(4, [
        [0, 1],
        [1, 2],
      ]),
      measureContext(),
    );
    expect([...sums.reached]).toEqual([3, 3, 3, 1]);
    expect([...sums.far]).toEqual([3, 2, 3, 0]);
    expect([...sums.near]).toEqual([1.5, 2, 1.5, 0]);
    expect([...sums.farthest]).toEqual([2, 1, 2, 0]);
    expect([...sums.between]).toEqual([0, 1, 0, 0]);
  });

  it('makes one pass a graph, however many ask', () => {
    const graph = karate();
    let reports = 0;
    const context = measureContext({ groups: karateClub(), progress: () => reports++ });
    const first = pathSums(graph, context);
    const after = reports;
    expect(after).toBeGreaterThan(0);
    expect(pathSums(graph, context)).toBe(first);
    acrossSum(graph, context.groups!, context);
    expect(reports).toBe(after);
    acrossSum(graph, groupsOf(Array.from({ length: 34 }, (_, v) => v % 3)), context);
    expect(reports).toBeGreaterThan(after);
  });

  it('stops between sources and keeps nothing then', () => {
    const graph = path(200);
    const control = new AbortController();
    const context = measureContext({ signal: control.signal, progress: () => control.abort() });
    expect(() => pathSums(graph, context)).toThrow(expect.objectContaining({ code: 'ABORTED' }));
    expect(pathSums(graph, measureContext()).farthest[0]).toBe(199);
  });
});
