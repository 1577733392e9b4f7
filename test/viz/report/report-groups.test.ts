import { describe, expect, it } from 'vitest';
import { madeReport } from '#test/viz/report/report-fixture.ts';
import { groupLetter, reportGroups } from '#viz/report/report-groups.ts';

describe('reportGroups', () => {
  it('letters groups of four and more by size, equal ones by their first member', () => {
    const { analysis } = madeReport({ sizes: [4, 3, 6, 4], alone: 1 });
    expect(
      reportGroups(analysis).map(({ letter, index, members }) => [letter, index, members.length]),
    ).toEqual([
      ['A', 2, 6],
      ['B', 0, 4],
      ['C', 3, 4],
    ]);
  });

  it('names a group by its two best-connected members', () => {
    const { analysis } = madeReport({ sizes: [4, 4] });
    expect(reportGroups(analysis)[0]?.name).toBe('Org 1, Org 2');
  });

  it('goes on after Z', () => {
    expect([0, 25, 26, 51, 52].map(groupLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA']);
  });
});
