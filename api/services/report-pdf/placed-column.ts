import { mm } from '#api/services/report-pdf/paper.ts';
import { type TextStyle, styles } from '#api/services/report-pdf/text-style.ts';
import type { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Cell, TableBlock, TableColumn } from '#viz/report/report-document.ts';

/** A column with its place on paper, in points from the table's left edge. */
export interface PlacedColumn extends TableColumn {
  readonly x: number;
  readonly points: number;
  /** Kept free on the right, between this column and the next. */
  readonly gap: number;
}

/** Room of a sector's mark before a name, and of a tick after a number. */
export const markRoom = 3.4 * mm;
export const tickRoom = 4.4 * mm;

/**
 * Widths by content: numbers and short words get what they need; the texts share the rest, and where there is not
 * enough the longest gives way (and breaks into lines). Where there is plenty, the columns' own widths are reached.
 */
export function placeColumns(
  typesetter: Typesetter,
  table: TableBlock,
  style: TextStyle,
  width: number,
): PlacedColumn[] {
  const gap = (table.dense === true ? 2.2 : 3) * mm;
  const last = table.columns.length - 1;
  const needs = table.columns.map(
    (column, i) => need(typesetter, table, column, i, style) + (i === last ? 0 : gap),
  );
  const widths = table.plain === true ? plainWidths(table, width) : fitted(table.columns, needs, width);
  let x = 0;
  return table.columns.map((column, i) => {
    const points = widths[i] ?? 0;
    const placed = { ...column, x, points, gap: i === last ? 0 : gap };
    x += points;
    return placed;
  });
}

function need(
  typesetter: Typesetter,
  table: TableBlock,
  column: TableColumn,
  at: number,
  style: TextStyle,
): number {
  const words = column.head
    .split(/[ \u00ad]/u)
    .map((word) => word + (column.head.includes('\u00ad') ? '-' : ''));
  const head = [...words, ...(column.sub?.split(' ').length === 1 ? [column.sub] : [])];
  const subWords = column.sub === undefined ? [] : [column.sub];
  const heads = [...head, ...subWords].map((word) =>
    typesetter.width(word, styles.tableHead.face, styles.tableHead.size),
  );
  const cells = table.rows.map((row) => cellWidth(typesetter, row.cells[at], style));
  return Math.max(...heads, ...cells.reduce((most, one) => (one > (most[0] ?? 0) ? [one] : most), [0])) + 0.5;
}

function cellWidth(typesetter: Typesetter, cell: Cell | undefined, style: TextStyle): number {
  if (cell === undefined) return 0;
  const lead = cell.lead === undefined ? '' : `${cell.lead} `;
  const also = cell.also === undefined ? '' : ` ${cell.also}`;
  const face = cell.bold === true ? style.bold : style.face;
  const text =
    typesetter.width(lead, style.bold, style.size) + typesetter.width(cell.text + also, face, style.size);
  return text + (cell.mark === undefined ? 0 : markRoom) + (cell.passed === undefined ? 0 : tickRoom);
}

function fitted(columns: readonly TableColumn[], needs: readonly number[], width: number): number[] {
  const widths = [...needs];
  const sum = (): number => widths.reduce((total, one) => total + one, 0);
  const flexible = columns.flatMap((column, i) => (column.align === 'left' ? [i] : []));
  // The widest text gives way, down to the next widest, until all fit.
  while (sum() > width + 0.01) {
    const widest = flexible.reduce((a, b) => ((widths[b] ?? 0) > (widths[a] ?? 0) ? b : a), flexible[0] ?? 0);
    widths[widest] = (widths[widest] ?? 0) - Math.min(4, sum() - width);
  }
  const wanting = columns.map((column, i) => Math.max(0, column.width * mm - (widths[i] ?? 0)));
  const wanted = wanting.reduce((total, one) => total + one, 0);
  const share = wanted === 0 ? 0 : Math.min(1, (width - sum()) / wanted);
  wanting.forEach((one, i) => (widths[i] = (widths[i] ?? 0) + one * share));
  // What is left goes round, so that a name is not far from its numbers.
  const left = width - sum();
  return widths.map((one) => one + left / widths.length);
}

function plainWidths(table: TableBlock, width: number): number[] {
  const fixed = table.columns.reduce((total, column) => total + column.width * mm, 0);
  return table.columns.map((column) => (column.width === 0 ? width - fixed : column.width * mm));
}

/** From the table's left edge to where something of this width begins. */
export function aligned(column: PlacedColumn, width: number): number {
  const room = column.points - column.gap;
  if (column.align === 'left') return column.x;
  return column.align === 'right' ? column.x + room - width : column.x + (room - width) / 2;
}
