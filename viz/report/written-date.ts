const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "2023-02-27" → "27 February 2023" (its spaces do not break), "2023-02" → "February 2023", "2023" → "2023"; anything else as it is. */
export function writtenDate(date: string): string {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(date);
  if (parts === null) return date;
  const [, year = '', month, day] = parts;
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name}\u00a0${year}` : `${Number(day)}\u00a0${name}\u00a0${year}`;
}
