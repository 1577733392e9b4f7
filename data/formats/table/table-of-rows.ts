import { tablePlace } from '#data/formats/table/table-place.ts';
import type { InputProblems } from '#data/formats/input-problems.ts';
import { isKnownHeader } from '#data/formats/table/recognize-table.ts';
import { refuseColumns } from '#data/formats/table/refuse-columns.ts';
import type { RawRows, Table } from '#data/formats/table/table.ts';

const searched = 50;

export interface TableOrigin {
  readonly file: string;
  readonly sheet?: string;
  readonly cutAtCommas: boolean;
  readonly problems: InputProblems;
}

/**
 * Finds the header among raw rows: the first row of the usual width, or a later one whose names are known while the
 * first ones are prose; what stands above is skipped with a note. Undefined when there is no row at all.
 * Errors: COLUMN_REPEATED, COLUMN_NOT_ACCEPTED, ROW_TOO_LONG.
 */
export function tableOfRows(raw: RawRows, origin: TableOrigin): Table | undefined {
  const listed = withoutHeader(raw, origin);
  if (listed !== undefined) return fitRows(listed);
  const at = headerRow(raw.rows);
  const head = raw.rows[at]?.map((name) => name.trim());
  if (head === undefined) return undefined;
  noteSkipped(raw, at, origin);
  const width = filled(head);
  const headLine = raw.lines[at] ?? 1;
  const table: Table = {
    ...origin,
    head: head.slice(0, Math.max(width, usualWidth(raw.rows.slice(at + 1)) > width ? head.length : width)),
    rows: raw.rows.slice(at + 1),
    lines: raw.lines.slice(at + 1),
    headLine,
  };
  refuseColumns(table);
  return fitRows(table);
}

const wholeText = /^\s*\d+\s*$/u;
const numberText = /^\s*\d+(\.\d+)?\s*$/u;

/**
 * Two or three columns of numbers from the first line on are ties without a header: two whole numbers, and a strength.
 * A value with a point beside an id is no node.
 */
function withoutHeader(raw: RawRows, origin: TableOrigin): Table | undefined {
  const head = raw.rows.slice(0, searched);
  const width = head[0]?.length ?? 0;
  const fits =
    (width === 2 || width === 3) &&
    head.every(
      (row) =>
        row.length === width && row.every((cell, column) => (column < 2 ? wholeText : numberText).test(cell)),
    );
  if (!fits) return undefined;
  const names = ['source', 'target', 'weight'].slice(0, width);
  origin.problems.note(
    'NO_HEADER',
    tablePlace(origin, raw.lines[0] ?? 1),
    `The table has no header; its columns were taken as ${names.join(', ')}.`,
  );
  return { ...origin, head: names, rows: raw.rows, lines: raw.lines, headLine: 0 };
}

/** Rows that are longer than the header are errors (unless what is too much is empty); shorter ones are noted. */
function fitRows(table: Table): Table {
  const width = table.head.length;
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  table.rows.forEach((row, index) => {
    const line = table.lines[index] ?? 0;
    const place = tablePlace(table, line);
    const used = row.length > width || row.every((cell) => cell === '') ? filled(row) : row.length;
    if (used === 0) return;
    if (used > width) {
      table.problems.row(
        'ROW_TOO_LONG',
        place,
        `The row has ${used} cells, the header ${width}; rows no longer than the header are accepted.`,
        row[width],
      );
      return;
    }
    if (row.length < width && table.sheet === undefined) {
      table.problems.count('ROW_SHORT', 'short', place, (count) =>
        count === 1
          ? 'A row is shorter than the header; its missing cells were taken as empty.'
          : `${count} rows are shorter than the header; their missing cells were taken as empty.`,
      );
    }
    rows.push(row);
    lines.push(line);
  });
  return { ...table, rows, lines };
}

function headerRow(rows: RawRows['rows']): number {
  const width = usualWidth(rows);
  const head = rows.slice(0, searched);
  const plain = Math.max(
    0,
    head.findIndex((row) => filled(row) > 0 && (row.length >= width || filled(row) >= width)),
  );
  const first = rows[plain];
  if (first !== undefined && isKnownHeader(first)) return plain;
  const known = head.findIndex((row) => filled(row) > filled(first ?? []) && isKnownHeader(row));
  if (known >= 0) return known;
  // A known header that is narrower than its rows is still the header: then the rows are what is wrong.
  const narrow = head.slice(0, plain).findIndex((row) => filled(row) > 1 && isKnownHeader(row));
  return narrow < 0 ? plain : narrow;
}

/** The most frequent number of cells up to the last filled one. */
function usualWidth(rows: RawRows['rows']): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 200)) {
    const width = filled(row);
    if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best = 1;
  for (const [width, count] of counts) {
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && width > best)) best = width;
  }
  return best;
}

function filled(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}

function noteSkipped(raw: RawRows, at: number, origin: TableOrigin): void {
  if (at === 0) return;
  const text = raw.rows
    .slice(0, at)
    .map((row) => row.join(' ').trim())
    .join(' / ');
  origin.problems.note(
    'LINES_ABOVE_HEADER',
    tablePlace(origin, raw.lines[0] ?? 1),
    `${at} ${at === 1 ? 'line' : 'lines'} above the header skipped.`,
    text,
  );
}
