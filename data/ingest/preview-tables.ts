import type { InputFile } from '#data/formats/format.ts';
import { readCsvTable } from '#data/formats/csv/read-csv-table.ts';
import { recognizeTable } from '#data/formats/table/recognize-table.ts';
import type { Table } from '#data/formats/table/table.ts';
import type { TableKind, TablePlan } from '#data/formats/table/table-plan.ts';
import { recognizesXlsx } from '#data/formats/xlsx/recognizes-xlsx.ts';
import { readWorkbook } from '#data/formats/xlsx/read-workbook.ts';
import { formatOf } from '#data/ingest/read-files.ts';

/** One table as a person is shown it: its head, its first rows, what its header says that it is. */
export interface TablePreview {
  readonly file: string;
  readonly sheet: string | undefined;
  readonly head: string[];
  readonly rows: number;
  readonly sample: string[][];
  /** null: a matrix, or nothing that a header tells. */
  readonly is: TableKind | null;
  /** Field → column, as in a mapping. */
  readonly columns: Record<string, string>;
}

const sampled = 5;
const longestCell = 200;

/**
 * What the tables of files seem to hold, so that somebody can correct it before an import. Rows that cannot be taken
 * are no hindrance here; other formats than plain tables say themselves what is what, and give none.
 *
 * Errors   INPUT_NOT_VALID where the files are of no format, or no table
 */
export async function previewTables(
  files: readonly InputFile[],
  wanted: string | undefined,
  signal: AbortSignal,
): Promise<{ readonly format: string; readonly tables: readonly TablePreview[] }> {
  const { id } = formatOf(files, wanted);
  if (id !== 'csv' && id !== 'xlsx') return { format: id, tables: [] };
  const tables: Table[] = [];
  for (const file of files) {
    if (recognizesXlsx(file.bytes)) tables.push(...(await readWorkbook(file, { skipBadRows: true, signal })));
    else tables.push(readCsvTable(file, true));
  }
  return { format: id, tables: tables.map(previewOf) };
}

function previewOf(table: Table): TablePreview {
  const plan = recognizeTable(table);
  return {
    file: table.file,
    sheet: table.sheet,
    head: [...table.head],
    rows: table.rows.length,
    sample: table.rows
      .slice(0, sampled)
      .map((row) => table.head.map((_, at) => (row[at] ?? '').slice(0, longestCell))),
    is: plan?.is ?? null,
    columns: plan === undefined ? {} : columnsOf(plan),
  };
}

/** Columns that a mapping can name; lists made of flag columns are read off by their patterns anyway. */
function columnsOf({ columns }: TablePlan): Record<string, string> {
  return Object.fromEntries(
    [...columns].flatMap(([field, column]) => ('index' in column ? [[field, column.name] as const] : [])),
  );
}
