import { describe, expect, it } from 'vitest';
import { listNames } from '#analysis/words/list-names.ts';

describe('listNames', () => {
  it('lists one, two and three names as prose does', () => {
    expect(listNames(['A'])).toBe('A');
    expect(listNames(['A', 'B'])).toBe('A and B');
    expect(listNames(['A', 'B', 'C'])).toBe('A, B and C');
  });

  it('counts the rest above a limit, and names a rest of one', () => {
    expect(listNames(['A', 'B', 'C', 'D'], 2)).toBe('A, B and two others');
    expect(listNames(['A', 'B', 'C'], 2)).toBe('A, B and C');
    expect(listNames(['A', 'B', 'C'], 1)).toBe('A and two others');
  });

  it('leaves the given names as they were', () => {
    const names = ['A', 'B'];
    listNames(names);
    expect(names).toEqual(['A', 'B']);
  });
});
