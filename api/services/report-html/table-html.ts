import type { HtmlContext } from '#api/services/report-html/html-context.ts';
import { escape, prose } from '#api/services/report-html/escape.ts';
import { markSvg } from '#api/services/report-html/mark-svg.ts';
import type { Cell, Span, TableBlock, TableColumn } from '#viz/report/report-document.ts';

/** A table with its caption, heads with scope, and the first name of each row as the row's head. */
export function tableHtml(table: TableBlock, { categories }: HtmlContext): string {
  const name = Math.max(
    0,
    table.columns.findIndex((column) => column.width === 0 || table.plain === true),
  );
  const head = table.plain === true ? '' : `<thead><tr>${table.columns.map(headHtml).join('')}</tr></thead>`;
  const rows = table.rows.map(({ cells, shaded }) => {
    const inside = table.columns.map((column, i) =>
      cellHtml(cells[i] ?? { text: '' }, column, i === name, categories),
    );
    return `<tr${shaded === true ? ' class="shaded"' : ''}>${inside.join('')}</tr>`;
  });
  const caption =
    table.caption.length === 0 ? '' : `<caption>${table.caption.map(captionSpan).join('')}</caption>`;
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escape(table.id.replaceAll('-', ' '))}"><table${table.dense === true ? ' class="dense"' : ''}>${caption}${head}<tbody>${rows.join('\n')}</tbody></table></div>`;
}

function captionSpan(span: Span): string {
  if (typeof span === 'string') return prose(span);
  return span.style === 'bold' ? `<strong>${prose(span.text)}</strong>` : prose(span.text);
}

function headHtml(column: TableColumn): string {
  const sub = column.sub === undefined ? '' : `<span class="sub">${escape(column.sub)}</span>`;
  if (column.head === '') return '<td></td>';
  return `<th scope="col"${alignment(column)}>${escape(column.head)}${sub}</th>`;
}

function cellHtml(cell: Cell, column: TableColumn, isName: boolean, categories: readonly string[]): string {
  const lead = cell.lead === undefined ? '' : `<strong>${escape(cell.lead)}</strong> `;
  const mark = cell.mark === undefined ? '' : markSvg(cell.mark, categories);
  const text = cell.bold === true ? `<strong>${prose(cell.text)}</strong>` : prose(cell.text);
  const also = cell.also === undefined ? '' : ` <span class="muted">${prose(cell.also)}</span>`;
  const passed =
    cell.passed === undefined
      ? ''
      : ` <span class="test" role="img" aria-label="${cell.passed ? 'passed' : 'failed'}">${cell.passed ? '✓' : '✗'}</span>`;
  const tag = isName ? 'th scope="row"' : 'td';
  const look = lookOf(column, isName);
  return `<${tag}${look}>${lead}${mark}${text}${also}${passed}</${isName ? 'th' : 'td'}>`;
}

/** A column of words keeps a width that can be read. */
function lookOf(column: TableColumn, isName: boolean): string {
  const words = !isName && column.align === 'left' && column.width > 5;
  return words ? ' class="t"' : alignment(column);
}

function alignment({ align }: TableColumn): string {
  return align === 'right' ? ' class="r"' : align === 'center' ? ' class="c"' : '';
}
