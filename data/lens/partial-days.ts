/** First day of a date of any precision: 2008 → 2008-01-01. Days compare as text. */
export function firstDay(date: string): string {
  return `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
}

/** A day on or after every day of it and before every later date: 2019 → 2019-12-31, 2019-02 → 2019-02-31. */
export function lastDay(date: string): string {
  return `${date}${'-12-31'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
}

/** A stretch of valid time; an absent end is open. */
export interface ValidTime {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether a fact holds on some day of the window; each date half-open at its own precision. */
export function overlaps(fact: ValidTime, during: 'all' | readonly [string, string]): boolean {
  if (during === 'all') return true;
  const [from, until] = during;
  const begunInTime = fact.since === undefined || firstDay(fact.since) <= lastDay(until);
  const notEndedBefore = fact.until === undefined || lastDay(fact.until) >= firstDay(from);
  return begunInTime && notEndedBefore;
}
