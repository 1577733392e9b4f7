import type { ReactNode } from 'react';
import { searched } from '#viz/state/searched.ts';

/** One column: what its value is, and how it is shown. */
export interface Column<Row> {
  /** Stands in the address when the table is sorted by it. */
  readonly id: string;
  readonly label: string;
  /** What the number is, for those who ask. */
  readonly hint?: string;
  /** Sorted, searched and written to CSV. */
  readonly value: (row: Row) => string | number | null;
  readonly cell?: (row: Row) => ReactNode;
  /** Left out where there is no room. */
  readonly minor?: boolean;
}

export interface Order {
  readonly column: string;
  readonly down: boolean;
}

/** "-partners": by partners, largest first. */
export function parseOrder(text: string | undefined, usual: Order): Order {
  if (text === undefined || text === '') return usual;
  return text.startsWith('-') ? { column: text.slice(1), down: true } : { column: text, down: false };
}

export function orderText({ column, down }: Order): string {
  return `${down ? '-' : ''}${column}`;
}

/** What a click on a column's head asks for: numbers begin with the largest, words with A; again turns it round. */
export function nextOrder<Row>(now: Order, column: Column<Row>, rows: readonly Row[]): Order {
  if (now.column === column.id) return { column: column.id, down: !now.down };
  const numeric = rows.some((row) => typeof column.value(row) === 'number');
  return { column: column.id, down: numeric };
}

/** Sorted by a column, equal ones in their given order; what has no value comes last either way. */
export function sortedRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { column, down }: Order,
): readonly Row[] {
  const by = columns.find(({ id }) => id === column);
  if (by === undefined) return rows;
  const direction = down ? -1 : 1;
  return rows
    .map((row) => ({ row, value: by.value(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return direction * compared(a.value, b.value);
    })
    .map(({ row }) => row);
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compared(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : words.compare(String(a), String(b));
}

/** Rows in which some column holds the text. */
export function matchingRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  text: string,
): readonly Row[] {
  const wanted = searched(text).trim();
  if (wanted === '') return rows;
  return rows.filter((row) =>
    columns.some(({ value }) => searched(String(value(row) ?? '')).includes(wanted)),
  );
}

/**
 * Which columns an address asks for: "name,partners"; all where it asks for none that there is. The first column says
 * what a row is and always stays.
 */
export function chosenColumns<Row>(
  columns: readonly Column<Row>[],
  text: string | undefined,
): readonly Column<Row>[] {
  const wanted = new Set((text ?? '').split(',').filter((id) => id !== ''));
  const found = columns.filter(({ id }, at) => at === 0 || wanted.has(id));
  return found.length < 2 ? columns : found;
}

/** The address's word for a choice; null: all. */
export function columnsText<Row>(
  columns: readonly Column<Row>[],
  chosen: ReadonlySet<string>,
): string | null {
  const ids = columns.map(({ id }) => id).filter((id) => chosen.has(id));
  return ids.length === columns.length ? null : ids.join(',');
}
