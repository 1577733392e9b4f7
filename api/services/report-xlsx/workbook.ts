import { strToU8, zipSync } from 'fflate';

/** Text stays text, a number a number; null is an empty cell. */
export type WorkbookCell = string | number | boolean | null;

export interface WorkbookColumn {
  readonly head: string;
  /** In characters. */
  readonly width: number;
  /** Decimals shown; the cell keeps them all. Default: as many as there are. */
  readonly decimals?: number;
}

export interface WorkbookSheet {
  /** At most 31 characters, none of : \ / ? * [ ] */
  readonly name: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: readonly (readonly WorkbookCell[])[];
}

/** The time of every entry: the same sheets, the same bytes. */
const zipTime = new Date(1980, 0, 1);
/** What a cell of the format holds. */
const longestText = 32_767;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const parts = 'http://schemas.openxmlformats.org/package/2006';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * Sheets as an XLSX workbook: a head that stays in sight, filters, typed numbers. Every text is an inline string and
 * never a formula, whatever it begins with; what looks like one keeps its apostrophe when it is edited.
 *
 * Input    numbers that are not finite are written as empty cells
 * Output   the file's bytes; the same for the same sheets
 * Cost     O(cells)
 */
export function workbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const decimals = [
    ...new Set(sheets.flatMap(({ columns }) => columns.map((column) => column.decimals ?? -1))),
  ]
    .filter((count) => count >= 0)
    .sort((a, b) => a - b);
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i): [string, string] => ['worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles(decimals),
  };
  sheets.forEach((sheet, i) => (files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, decimals)));
  const entries = Object.entries(files).map(([path, text]) => [
    path,
    [strToU8(declaration + text), { mtime: zipTime }],
  ]);
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
}

/** Styles by place: plain, head, text that begins like a formula, then one a count of decimals. */
const style = { plain: 0, head: 1, guarded: 2, decimals: 3 } as const;

function styles(decimals: readonly number[]): string {
  const formats = decimals.map(
    (count, i) =>
      `<numFmt numFmtId="${164 + i}" formatCode="#,##0${count === 0 ? '' : `.${'0'.repeat(count)}`}"/>`,
  );
  const align = '<alignment vertical="top" wrapText="1"/>';
  const look = [
    `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">${align}</xf>`,
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">${align}</xf>`,
    `<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">${align}</xf>`,
    ...decimals.map(
      (_, i) =>
        `<xf numFmtId="${164 + i}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>`,
    ),
  ];
  const font = (more: string): string => `<font>${more}<sz val="11"/><name val="Calibri"/></font>`;
  return (
    `<styleSheet xmlns="${main}">` +
    (formats.length === 0 ? '' : `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${look.length}">${look.join('')}</cellXfs></styleSheet>`
  );
}

function sheetXml({ columns, rows }: WorkbookSheet, decimals: readonly number[]): string {
  const last = columnName(columns.length - 1);
  const widths = columns.map(
    ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const look = columns.map((column) =>
    column.decimals === undefined ? style.plain : style.decimals + decimals.indexOf(column.decimals),
  );
  const head = columns.map((column, i) => textCell(`${columnName(i)}1`, column.head, style.head));
  const lines = rows.map((row, r) => {
    const cells = row.map((value, i) => cellXml(`${columnName(i)}${r + 2}`, value, look[i] ?? style.plain));
    return `<row r="${r + 2}">${cells.join('')}</row>`;
  });
  return (
    `<worksheet xmlns="${main}"><dimension ref="A1:${last}${rows.length + 1}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${head.join('')}</row>${lines.join('')}</sheetData>` +
    `<autoFilter ref="A1:${last}${rows.length + 1}"/></worksheet>`
  );
}

function cellXml(at: string, value: WorkbookCell, look: number): string {
  if (value === null || (typeof value === 'number' && !Number.isFinite(value))) return '';
  if (typeof value === 'number') return `<c r="${at}" s="${look}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return value === '' ? '' : textCell(at, value, /^[=+\-@\t\r]/u.test(value) ? style.guarded : style.plain);
}

function textCell(at: string, text: string, look: number): string {
  const characters = text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escape(characters)}</t></is></c>`;
}

/** 0 → A, 25 → Z, 26 → AA. */
function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

function contentTypes(sheets: number): string {
  const type = (part: string, kind: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  return (
    `<Types xmlns="${parts}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    type('workbook', 'sheet.main') +
    type('styles', 'styles') +
    Array.from({ length: sheets }, (_, i) => type(`worksheets/sheet${i + 1}`, 'worksheet')).join('') +
    '</Types>'
  );
}

function relationships(targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${parts}/relationships">${each.join('')}</Relationships>`;
}

/** Characters that XML 1.0 forbids are left out; what the format would take for an escape of its own is escaped. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll('\r', '_x000D_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
