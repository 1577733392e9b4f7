import type { Box } from '#api/services/report-pdf/box.ts';
import { cellLines, drawCell } from '#api/services/report-pdf/table-cell.ts';
import { type PlacedColumn, aligned, placeColumns } from '#api/services/report-pdf/placed-column.ts';
import { colours } from '#api/services/report-pdf/paper.ts';
import type { Pen } from '#api/services/report-pdf/pen.ts';
import { type TextStyle, styles } from '#api/services/report-pdf/text-style.ts';
import type { Line, Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { TableBlock, TableRow } from '#viz/report/report-document.ts';

/** A table ready to be set: its head is drawn again on every page it reaches. */
export interface TableBoxes {
  readonly head: Box | null;
  readonly rows: readonly Box[];
}

/** Beyond so many rows each row is one element for reading aloud, not each cell: the file would double. */
const mostTaggedRows = 400;

export function tableBoxes(
  typesetter: Typesetter,
  table: TableBlock,
  width: number,
  tight = false,
): TableBoxes {
  const style = table.dense === true ? (tight ? styles.denseTight : styles.dense) : styles.table;
  const columns = placeColumns(typesetter, table, style, width);
  const pad = table.dense === true ? (tight ? 0.6 : 0.82) : table.plain === true ? 1.3 : 2.1;
  const tags = tagger(table.rows.length <= mostTaggedRows);
  return {
    head: table.plain === true ? null : headBox(typesetter, columns, width, tags),
    rows: table.rows.map((row) => rowBox(typesetter, columns, row, { style, width, tags, pad })),
  };
}

interface Tags {
  row(pen: Pen, draw: (cell: (type: 'TH' | 'TD', draw: () => void) => void) => void): void;
}

/** One table element over all pages, made when its first row is drawn. */
function tagger(cells: boolean): Tags {
  let table: ReturnType<Pen['element']> | undefined;
  return {
    row: (pen, draw) => {
      table ??= pen.element('Table');
      const row = pen.element('TR', table);
      if (cells) {
        draw((type, paint) => {
          pen.element(type, row, type === 'TH' ? { scope: 'Column' } : {}).add(paint);
        });
        return;
      }
      pen.tagged('TD', () => draw((_, paint) => paint()), row);
    },
  };
}

function headBox(typesetter: Typesetter, columns: readonly PlacedColumn[], width: number, tags: Tags): Box {
  const style = styles.tableHead;
  const sub: TextStyle = { ...style, face: 'interRegular', colour: colours.muted };
  const cells = columns.map((column) => ({
    column,
    lines: [
      ...typesetter.lines([column.head], style, column.points - column.gap),
      ...(column.sub === undefined ? [] : typesetter.lines([column.sub], sub, column.points - column.gap)),
    ],
  }));
  const most = Math.max(...cells.map(({ lines }) => lines.length));
  const height = most * style.leading + 4;
  return {
    height: height + 1.5,
    before: 0,
    draw: (pen, x, y) => {
      tags.row(pen, (cell) => {
        for (const { column, lines } of cells) {
          if (lines.length === 0) continue;
          const top = y + (most - lines.length) * style.leading;
          cell('TH', () => drawLines(pen, lines, style, column, x, top));
        }
      });
      pen.artifact(() => pen.rule(x, y + height - 0.5, width, 0.8, colours.ink));
    },
  };
}

function drawLines(
  pen: Pen,
  lines: readonly Line[],
  style: TextStyle,
  column: PlacedColumn,
  x: number,
  y: number,
): void {
  lines.forEach((line, i) => {
    pen.lines([line], style, x + aligned(column, line.width), y + i * style.leading);
  });
}

interface RowSetting {
  readonly style: TextStyle;
  /** Of the table; and above and below the text of a row. */
  readonly width: number;
  readonly pad: number;
  readonly tags: Tags;
}

function rowBox(
  typesetter: Typesetter,
  columns: readonly PlacedColumn[],
  row: TableRow,
  { style, width, pad, tags }: RowSetting,
): Box {
  const cells = columns.map((column, i) => {
    const cell = row.cells[i] ?? { text: '' };
    return { column, cell, set: cellLines(typesetter, cell, style, column.points - column.gap) };
  });
  const most = Math.max(1, ...cells.map(({ set }) => set.lines.length));
  const height = most * style.leading + 2 * pad;
  return {
    height,
    before: 0,
    draw: (pen, x, y) => {
      if (row.shaded === true) pen.artifact(() => pen.doc.rect(x, y, width, height).fill(colours.shade));
      tags.row(pen, (tag) => {
        for (const { column, cell, set } of cells) {
          if (cell.text === '') continue;
          tag('TD', () => drawCell(pen, set, cell, style, column, x, y + pad));
        }
      });
      pen.artifact(() => pen.rule(x, y + height, width, 0.4));
    },
  };
}
