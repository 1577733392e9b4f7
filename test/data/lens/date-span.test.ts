import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always, dateSpan, firstDay, overlaps } from '#data/lens/date-span.ts';

describe('dateSpan', () => {
  it.each([
    // fact, window, whether they share a day: 2008 until 2019 = from 1 January 2008 through the end of 2019.
    [['2008', '2019'], ['2019-12-31', '2019-12-31'], true],
    [['2008', '2019'], ['2020', '2020'], false],
    [['2008', '2019'], ['2008-01-01', '2008-01-01'], true],
    [['2008', '2019'], ['2007', '2007-12-31'], false],
    [['2010-03', '2010-04'], ['2010-04-30', '2010-05'], true],
    [['2010-03', '2010-04'], ['2010-05', '2010-06'], false],
    [['2010-03-05', '2010-03-05'], ['2010-03-05', '2010-03-05'], true],
    [['2010-03-05', '2010-03-05'], ['2010-03-06', '2010'], false],
    [['2012-02', '2012-02'], ['2012-02-29', '2012-02-29'], true],
    [[undefined, '2010'], ['1990', '1990'], true],
    [['2010', undefined], ['2090', '2090'], true],
    [['2010', undefined], ['2009', '2009'], false],
    [[undefined, undefined], ['2010-01-01', '2010-01-01'], true],
  ] as const)('%j and %j: %j', ([since, until], [from, to], shared) => {
    expect(overlaps(dateSpan(since, until), dateSpan(from, to))).toBe(shared);
    expect(overlaps(dateSpan(from, to), dateSpan(since, until))).toBe(shared);
  });

  it('overlaps always', () => {
    expect(overlaps(dateSpan('2010', '2010'), always)).toBe(true);
  });

  it('orders days as the calendar does, as a check by Date shows', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [a, b] = [one, other].map((date) => date.toISOString().slice(0, 10)) as [string, string];
        expect(Math.sign(firstDay(a) - firstDay(b))).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
        expect(overlaps(dateSpan(a, a), dateSpan(b, b))).toBe(a === b);
      }),
      { seed: 1 },
    );
  });
});
