import type { Column } from '#viz/tables/column.ts';

/** What a spreadsheet would run as a formula, after blanks that it overlooks; numbers never are one. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;

/** What a table shows, as CSV (RFC 4180): full numbers, empty where there is no value; a text that a spreadsheet would run gets a leading apostrophe. */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => field(label)),
    ...rows.map((row) => columns.map(({ value }) => cell(value(row)))),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return field(formula.test(value) ? `'${value}` : value);
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
