import { describe, expect, it } from 'vitest';
import { percent } from '#analysis/words/percent.ts';

describe('percent', () => {
  it('rounds to whole percents, or to the decimals asked for', () => {
    expect(percent(0.7206)).toBe('72%');
    expect(percent(0.050606, 1)).toBe('5.1%');
    expect(percent(1)).toBe('100%');
    expect(percent(0)).toBe('0%');
  });

  it('never prints something as nothing, nor a part as the whole', () => {
    expect(percent(0.0004)).toBe('under 1%');
    expect(percent(0.0004, 1)).toBe('under 0.1%');
    expect(percent(0.9999)).toBe('over 99%');
    expect(percent(0.9999, 1)).toBe('over 99.9%');
  });
});
