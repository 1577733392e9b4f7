import { describe, expect, it } from 'vitest';
import { capitalized } from '#analysis/words/capitalized.ts';

describe('capitalized', () => {
  it('raises the first letter only', () => {
    expect(capitalized('two organizations')).toBe('Two organizations');
    expect(capitalized('élan vital')).toBe('Élan vital');
    expect(capitalized('')).toBe('');
  });
});
