/**
 * A stretch of days, half-open. Days are whole numbers that only serve to compare: 31 a month, 372 a year, so that
 * no clock and no time zone has a say.
 */
export interface DateSpan {
  readonly from: number;
  readonly until: number;
}

/** Days of a month in the numbers of a DateSpan. */
export const daysPerMonth = 31;
const daysPerYear = 12 * daysPerMonth;

export const always: DateSpan = { from: -Infinity, until: Infinity };

/**
 * From the first day of `since` through the last of `until`, each at its own precision: 2008 until 2019-03 is from
 * 1 January 2008 through 31 March 2019. What is absent is open.
 */
export function dateSpan(since: string | undefined, until: string | undefined): DateSpan {
  return {
    from: since === undefined ? -Infinity : firstDay(since),
    until: until === undefined ? Infinity : dayAfter(until),
  };
}

/** Whether they have a day in common. */
export function overlaps(one: DateSpan, other: DateSpan): boolean {
  return one.from < other.until && other.from < one.until;
}

/** The first day of YYYY, YYYY-MM or YYYY-MM-DD (of an instant: its day as written). */
export function firstDay(date: string): number {
  const year = Number(date.slice(0, 4));
  const month = date.length < 7 ? 1 : Number(date.slice(5, 7));
  const day = date.length < 10 ? 1 : Number(date.slice(8, 10));
  return year * daysPerYear + (month - 1) * daysPerMonth + day - 1;
}

function dayAfter(date: string): number {
  if (date.length < 7) return firstDay(date) + daysPerYear;
  return firstDay(date) + (date.length < 10 ? daysPerMonth : 1);
}
