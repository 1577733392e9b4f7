import { describe, expect, it } from 'vitest';
import { numberWords, thousands } from '#analysis/words/number-words.ts';

describe('numberWords', () => {
  it('writes numbers to twelve in words and larger ones in figures', () => {
    expect([0, 1, 2, 11, 12, 13, 100].map(numberWords)).toEqual([
      'zero',
      'one',
      'two',
      'eleven',
      'twelve',
      '13',
      '100',
    ]);
  });

  it('puts a comma every three digits', () => {
    expect([999, 1000, 12345, 123456, 1234567].map(thousands)).toEqual([
      '999',
      '1,000',
      '12,345',
      '123,456',
      '1,234,567',
    ]);
  });
});
