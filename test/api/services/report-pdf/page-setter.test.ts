import { describe, expect, it } from 'vitest';
import type { Box } from '#api/services/report-pdf/box.ts';
import { PageSetter } from '#api/services/report-pdf/page-setter.ts';
import { page } from '#api/services/report-pdf/paper.ts';

const wholePage = page.bottom - page.top;

function rows(count: number, height: number): { head: null; rows: Box[] } {
  return { head: null, rows: Array.from({ length: count }, () => ({ height, before: 0, draw: () => {} })) };
}

/** A table alone: how many of its rows, and how high, stand on each page. */
function set(count: number): { rows: number; height: number }[] {
  const setter = new PageSetter();
  setter.begin('table', wholePage, () => null);
  setter.table(rows(count, wholePage / 50.5), rows(count, wholePage / 60.5), []);
  return setter.pages.map(({ placed }) => ({
    rows: placed.length,
    height: placed[0]?.box.height ?? 0,
  }));
}

describe('a table on pages', () => {
  it('is set tighter where that saves a last page with little on it', () => {
    expect(set(52)).toEqual([{ rows: 52, height: wholePage / 60.5 }]);
  });

  it('stays as it is where it fits, where much would be left, and where tighter saves nothing', () => {
    expect(set(40).map((one) => one.rows)).toEqual([40]);
    expect(set(49)[0]?.height).toBeCloseTo(wholePage / 50.5, 9);
    expect(set(75).map((one) => one.rows)).toEqual([50, 25]);
    expect(set(59).length).toBe(1);
    expect(set(61).map((one) => one.height)).toEqual([wholePage / 50.5, wholePage / 50.5]);
  });
});
