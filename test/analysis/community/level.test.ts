import { describe, expect, it } from 'vitest';
import { compactLabels, firstLevel, membersByLabel, nextLevel } from '#analysis/community/level.ts';
import { fromTies } from '#test/analysis/graphs.ts';

describe('level', () => {
  it('adds up ties between labels and keeps those within in the volume', () => {
    const graph = fromTies(5, [[0, 1, 2], [1, 2, 3], [0, 2, 1], [2, 3, 4], [3, 4, 5]]); // prettier-ignore
    const first = firstLevel(graph);
    expect([...first.volumes]).toEqual([3, 5, 8, 9, 5]);
    const next = nextLevel(first, Uint32Array.of(0, 0, 1, 1, 2), 3);
    expect([...next.offsets]).toEqual([0, 1, 3, 4]);
    expect([...next.targets]).toEqual([1, 0, 2, 1]);
    expect([...next.strengths]).toEqual([4, 4, 5, 5]);
    expect([...next.volumes]).toEqual([8, 17, 5]);
  });

  it('lists members and compacts labels', () => {
    const labels = Uint32Array.of(3, 1, 3, 0);
    expect(compactLabels(labels)).toBe(3);
    expect([...labels]).toEqual([0, 1, 0, 2]);
    const { starts, members } = membersByLabel(labels, 3);
    expect([...starts]).toEqual([0, 2, 3, 4]);
    expect([...members]).toEqual([0, 2, 1, 3]);
  });
});
