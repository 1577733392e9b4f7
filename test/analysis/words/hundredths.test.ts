import { describe, expect, it } from 'vitest';
import { hundredths } from '#analysis/words/hundredths.ts';

describe('hundredths', () => {
  it('rounds halves up, also where the product falls short of them', () => {
    expect([0.145, 0.045, 0.035, 0.285, 0.004, 1].map(hundredths)).toEqual([15, 5, 4, 29, 0, 100]);
  });
});
