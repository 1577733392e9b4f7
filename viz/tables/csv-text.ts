import type { Column } from '#viz/tables/column.ts';

/** What a table shows, as CSV (RFC 4180): full numbers, empty where there is no value. */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ label }) => field(label)),
    ...rows.map((row) => columns.map(({ value }) => field(String(value(row) ?? '')))),
  ];
  return lines.map((line) => `${line.join(',')}\r\n`).join('');
}

function field(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
