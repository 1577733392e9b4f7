import { describe, expect, it } from 'vitest';
import { findNamed } from '#viz/state/find-named.ts';

const list = ['Old Café', 'Cafe Row', 'Decafe', 'Harbour'].map((name) => ({ name }));

describe('findNamed', () => {
  it('begins with what begins so, whatever the accents and capitals', () => {
    expect(findNamed(list, 'CAFÉ').map(({ name }) => name)).toEqual(['Cafe Row', 'Old Café', 'Decafe']);
  });

  it('finds nothing for nothing, and eight at most', () => {
    expect(findNamed(list, '  ')).toEqual([]);
    expect(
      findNamed(
        Array.from({ length: 20 }, () => ({ name: 'x' })),
        'x',
      ),
    ).toHaveLength(8);
  });
});
