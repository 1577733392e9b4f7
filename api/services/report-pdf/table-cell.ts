import { mm } from '#api/services/report-pdf/paper.ts';
import { paintShapes } from '#api/services/report-pdf/paint-shapes.ts';
import { type Pen, baselineIn } from '#api/services/report-pdf/pen.ts';
import { type PlacedColumn, aligned, markRoom, tickRoom } from '#api/services/report-pdf/placed-column.ts';
import type { TextStyle } from '#api/services/report-pdf/text-style.ts';
import type { Line, Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Cell, Prose } from '#viz/report/report-document.ts';
import { categoryMark } from '#viz/report/drawing-shapes.ts';

/** A name longer than that is shortened; the HTML report and the JSON have it whole. */
const mostLines = 3;

export interface SetCell {
  readonly lines: readonly Line[];
  readonly indent: number;
}

export function cellLines(typesetter: Typesetter, cell: Cell, style: TextStyle, width: number): SetCell {
  const indent = cell.mark === undefined ? 0 : markRoom;
  const room = width - indent - (cell.passed === undefined ? 0 : tickRoom);
  const prose: Prose = [
    ...(cell.lead === undefined ? [] : [{ text: `${cell.lead} `, style: 'bold' } as const]),
    cell.bold === true ? { text: cell.text, style: 'bold' } : cell.text,
    ...(cell.also === undefined ? [] : [{ text: ` ${cell.also}`, style: 'muted' } as const]),
  ];
  const lines = typesetter.lines(prose, style, room);
  return { lines: lines.length <= mostLines ? lines : shortened(typesetter, lines, style, room), indent };
}

function shortened(typesetter: Typesetter, lines: readonly Line[], style: TextStyle, room: number): Line[] {
  const kept = lines.slice(0, mostLines);
  const text = (kept[mostLines - 1]?.runs ?? []).map((run) => run.text).join(' ');
  let cut = Array.from(text);
  while (cut.length > 1 && typesetter.width(`${cut.join('')}…`, style.face, style.size) > room)
    cut = cut.slice(0, -1);
  return [...kept.slice(0, -1), ...typesetter.lines([`${cut.join('')}…`], style, room).slice(0, 1)];
}

export function drawCell(
  pen: Pen,
  set: SetCell,
  cell: Cell,
  style: TextStyle,
  column: PlacedColumn,
  x: number,
  y: number,
): void {
  const { lines, indent } = set;
  const end = cell.passed === undefined ? 0 : tickRoom;
  const middle = y + baselineIn(style) - style.size * 0.36;
  if (cell.mark !== undefined) paintShapes(pen, [categoryMark(cell.mark, 1.3, 0, 1)], x + column.x, middle);
  lines.forEach((line, i) => {
    const left = column.align === 'left' ? column.x + indent : aligned(column, line.width + end);
    pen.lines([line], style, x + left, y + i * style.leading);
  });
  if (cell.passed !== undefined)
    drawTick(pen, cell.passed, x + column.x + column.points - column.gap - 1.4 * mm, middle);
}

/** The fonts have no tick: it is drawn, and spoken by its words. */
function drawTick(pen: Pen, passed: boolean, x: number, y: number): void {
  const { doc } = pen;
  doc.save().lineWidth(1.1).lineCap('round').lineJoin('round').strokeColor('#1b1b1b');
  if (passed)
    doc
      .moveTo(x - 2.6, y + 0.2)
      .lineTo(x - 0.9, y + 1.9)
      .lineTo(x + 2.4, y - 2);
  else {
    doc.moveTo(x - 1.9, y - 1.9).lineTo(x + 1.9, y + 1.9);
    doc.moveTo(x + 1.9, y - 1.9).lineTo(x - 1.9, y + 1.9);
  }
  doc.stroke().restore();
}
