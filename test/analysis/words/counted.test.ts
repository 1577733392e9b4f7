import { describe, expect, it } from 'vitest';
import { counted } from '#analysis/words/counted.ts';

describe('counted', () => {
  it('has its own form for none, one and many', () => {
    expect([0, 1, 2, 14].map((count) => counted(count, 'pair'))).toEqual([
      'no pairs',
      'one pair',
      'two pairs',
      '14 pairs',
    ]);
  });

  it('takes an irregular plural', () => {
    expect(counted(3, 'community', 'communities')).toBe('three communities');
    expect(counted(1, 'community', 'communities')).toBe('one community');
  });
});
