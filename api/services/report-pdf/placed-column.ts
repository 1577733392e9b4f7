import { mm } from '#api/services/report-pdf/paper.ts';
import type { TableColumn } from '#viz/report/report-document.ts';

/** A column with its place on paper, in points from the table's left edge. */
export interface PlacedColumn extends TableColumn {
  readonly x: number;
  readonly points: number;
}

/** The column of width 0 takes what the others leave. */
export function placeColumns(columns: readonly TableColumn[], width: number): PlacedColumn[] {
  const fixed = columns.reduce((sum, column) => sum + column.width * mm, 0);
  let x = 0;
  return columns.map((column) => {
    const points = column.width === 0 ? width - fixed : column.width * mm;
    const placed = { ...column, x, points };
    x += points;
    return placed;
  });
}

/** From the table's left edge to where something of this width begins. */
export function aligned(column: PlacedColumn, width: number): number {
  if (column.align === 'left') return column.x;
  return column.align === 'right' ? column.x + column.points - width : column.x + (column.points - width) / 2;
}
