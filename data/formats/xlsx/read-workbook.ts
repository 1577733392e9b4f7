import type { InputFile, ReadOptions } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { tableOfRows } from '#data/formats/table/table-of-rows.ts';
import type { RawRows, Table } from '#data/formats/table/table.ts';
import { refuseHopeless } from '#data/formats/text/decode-text.ts';
import { dateStyles } from '#data/formats/xlsx/date-styles.ts';
import { isOldWorkbook } from '#data/formats/xlsx/recognizes-xlsx.ts';
import { openZip } from '#data/formats/xlsx/open-zip.ts';
import { readSheet } from '#data/formats/xlsx/read-sheet.ts';
import { sharedStrings } from '#data/formats/xlsx/shared-strings.ts';
import { workbookSheets } from '#data/formats/xlsx/workbook-sheets.ts';

/** Cuts the rows of one sheet into tables; the plain way is to take them as one. */
export type CutRows = (rows: RawRows) => readonly RawRows[];

/**
 * The tables of a workbook: one a visible sheet that holds anything and whose name does not say “(ignore)”.
 * Errors: ZIP_*, ENCRYPTED, OLD_WORKBOOK, NOT_A_WORKBOOK, XML_*, CELL_NOT_VALID, COLUMN_*, EMPTY_FILE.
 */
export async function readWorkbook(
  file: InputFile,
  options: Pick<ReadOptions, 'skipBadRows' | 'signal'>,
  cut: CutRows = (rows) => [rows],
): Promise<Table[]> {
  const problems = new InputProblems(file.name, options.skipBadRows);
  refuseHopeless(file.bytes, problems);
  if (isOldWorkbook(file.bytes)) {
    problems.fatal(
      'OLD_WORKBOOK',
      {},
      'The file is an old .xls workbook, or one with a password; save it as .xlsx without a password.',
    );
  }
  const zip = await openZip(file.bytes, problems);
  const { sheets, from1904 } = await workbookSheets(zip, problems, options.signal);
  const strings = await sharedStrings(zip, problems, options.signal);
  const context = { strings, from1904, dates: await dateStyles(zip, problems, options.signal) };
  const tables: Table[] = [];
  for (const sheet of sheets) {
    const ignored = /\(ignore\)/iu.test(sheet.name);
    if (sheet.hidden || ignored) {
      const why = ignored ? 'its name says (ignore)' : 'it is hidden';
      problems.note('SHEET_SKIPPED', { sheet: sheet.name }, `The sheet “${sheet.name}” was skipped: ${why}.`);
      continue;
    }
    const raw = await readSheet(zip, sheet, context, problems, options.signal);
    for (const part of cut(raw)) {
      const table = tableOfRows(part, { file: file.name, sheet: sheet.name, cutAtCommas: true, problems });
      if (table !== undefined) tables.push(table);
    }
  }
  if (tables.length === 0) {
    problems.fatal(
      'EMPTY_FILE',
      {},
      'The workbook holds no visible sheet with a filled cell; a header and rows are accepted.',
    );
  }
  return tables;
}
