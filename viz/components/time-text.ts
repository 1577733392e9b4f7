/** An instant as it is read: "9 March 2026, 19:42", in a zone of its own or the reader's. */
export function timeText(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return format(date, { ...day, hour: '2-digit', minute: '2-digit' }, timeZone);
}

const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;

function format(date: Date, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      ...options,
      ...(timeZone === undefined ? {} : { timeZone }),
    })
      .format(date)
      .replace(' at ', ', ');
  } catch {
    // A zone that this browser does not know: the reader's own is better than none.
    return new Intl.DateTimeFormat('en-GB', options).format(date).replace(' at ', ', ');
  }
}

/** The day of an instant: "9 March 2026", in a zone of its own or the reader's. */
export function dayText(instant: string, timeZone?: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : format(date, day, timeZone);
}

/** "2019–2023", "since 2019", "until 2023", "" */
export function spanText(since: unknown, until: unknown): string {
  const [from, to] = [since, until].map((one) => (typeof one === 'string' ? one : ''));
  if (from && to) return from === to ? from : `${from}–${to}`;
  if (from) return `since ${from}`;
  return to ? `until ${to}` : '';
}
