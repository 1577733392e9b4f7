import { describe, expect, it } from 'vitest';
import { decimals } from '#analysis/words/decimals.ts';

describe('decimals', () => {
  it('keeps the leading zero and the digits asked for', () => {
    expect(decimals(0.035, 3)).toBe('0.035');
    expect(decimals(12, 1)).toBe('12.0');
    expect(decimals(0, 2)).toBe('0.00');
  });

  it('never prints as nothing what is something', () => {
    expect(decimals(0.0004, 3)).toBe('under 0.001');
    expect(decimals(0.04, 1)).toBe('under 0.1');
  });
});
