import { describe, expect, it } from 'vitest';
import { pairAt, pairCounter, pairsOf } from '#analysis/findings/count-pairs.ts';
import { fromTies, groupsOf } from '#test/analysis/graphs.ts';
import { twoMode } from '#test/analysis/two-mode.ts';

describe('pairCounter', () => {
  it('counts distinct ties once and joint participations each time', () => {
    const groups = groupsOf([0, 0, 1, 2, -1]);
    const { ties } = fromTies(5, [[0, 2], [1, 3], [2, 4], [0, 1]]); // prettier-ignore
    const events = twoMode([[0, 2, 3], [0, 2], [1, 4]]); // prettier-ignore
    const counts = pairCounter(groups)(ties, [events]);
    // 0–1: stated 0–2, and twice in events. 0–2: stated 1–3, and 0–3. 1–2: 2–3.
    expect([...counts.ties]).toEqual([1, 2, 1]);
    expect([...counts.joint]).toEqual([3, 2, 1]);
    expect([...pairCounter(groups)(ties, []).ties]).toEqual([1, 1, 0]);
  });

  it('gives every pair a place of its own, in row order', () => {
    const places: number[] = [];
    for (let a = 0; a < 6; a++) for (let b = a + 1; b < 6; b++) places.push(pairAt(a, b, 6));
    expect(places).toEqual(Array.from({ length: pairsOf(6) }, (_, place) => place));
  });
});
