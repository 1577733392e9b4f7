import { parseCsv } from '#data/formats/csv/parse-csv.ts';
import { sniffDelimiter } from '#data/formats/csv/sniff-delimiter.ts';
import type { InputFile } from '#data/formats/format.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import { tableOfRows } from '#data/formats/table/table-of-rows.ts';
import type { Table } from '#data/formats/table/table.ts';
import { decodeText } from '#data/formats/text/decode-text.ts';

/**
 * One CSV, TSV or |-separated file as a table: decoded, its delimiter found, its header found below prose.
 * Errors: EMPTY_FILE, NOT_TEXT, TOO_LARGE, CSV_*, COLUMN_*, ROW_TOO_LONG.
 */
export function readCsvTable(file: InputFile, skipBadRows: boolean): Table {
  const problems = new InputProblems(file.name, skipBadRows);
  const text = decodeText(file.bytes, problems).replace(/^\uFEFF/u, '');
  const delimiter = sniffDelimiter(text) ?? ',';
  const raw = parseCsv(text, delimiter, 1, problems);
  const table = tableOfRows(raw, { file: file.name, cutAtCommas: delimiter === ',', problems });
  return (
    table ??
    problems.fatal(
      'EMPTY_FILE',
      { line: 1 },
      'The file holds nothing but blank lines; a header and rows are accepted.',
    )
  );
}
