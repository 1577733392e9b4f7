import { describe, expect, it } from 'vitest';
import { dayText, spanText, timeText } from '#viz/components/time-text.ts';

describe('timeText', () => {
  it('says an instant in the network’s zone', () => {
    expect(timeText('2026-03-09T19:42:00-04:00', 'America/New_York')).toBe('9 March 2026, 19:42');
    expect(timeText('2026-03-09T19:42:00-04:00', 'Europe/Berlin')).toBe('10 March 2026, 00:42');
  });

  it('takes a zone that nobody knows, and what is no instant, as they stand', () => {
    expect(timeText('2026-03-09T19:42:00Z', 'Nowhere/Land')).toMatch(/March 2026/u);
    expect(timeText('soon', 'UTC')).toBe('soon');
  });
});

describe('dayText', () => {
  it('says the day of an instant, and what is no instant as it stands', () => {
    expect(dayText('2026-03-09T19:42:00-04:00', 'America/New_York')).toBe('9 March 2026');
    expect(dayText('soon', 'UTC')).toBe('soon');
  });
});

describe('spanText', () => {
  it.each([
    ['2019', '2023', '2019–2023'],
    ['2019', '2019', '2019'],
    ['2019', undefined, 'since 2019'],
    [undefined, '2023', 'until 2023'],
    [undefined, undefined, ''],
  ])('%s, %s', (since, until, text) => {
    expect(spanText(since, until)).toBe(text);
  });
});
