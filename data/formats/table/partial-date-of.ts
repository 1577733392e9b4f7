/** 2008, 2008-04, 2008-04-30, also 2008/04/30, 30.04.2008, with a time behind it that is left away. */
const isoDate = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$/u;
const dottedDate = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[T ]\d{1,2}:\d{2}.*)?$/u;
/** A year that a program wrote as a real number. */
const decimalYear = /^(\d{4})\.0+$/u;

/**
 * A date as records hold it (YYYY, YYYY-MM, YYYY-MM-DD) from what a cell says; undefined when it is none, or a day that the calendar
 * does not have. 04/30/2008 and 30/04/2008 are not taken: which is the month cannot be told.
 */
export function partialDateOf(text: string): string | undefined {
  const year = decimalYear.exec(text)?.[1];
  if (year !== undefined) return year;
  const iso = isoDate.exec(text);
  if (iso !== null) return written(iso[1], iso[2], iso[3]);
  const dotted = dottedDate.exec(text);
  return dotted === null ? undefined : written(dotted[3], dotted[2], dotted[1]);
}

function written(year = '', month?: string, day?: string): string | undefined {
  if (month === undefined) return year;
  const days = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
    Number(month) - 1
  ];
  if (days === undefined) return undefined;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  return Number(day) >= 1 && Number(day) <= days ? `${yearMonth}-${day.padStart(2, '0')}` : undefined;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
