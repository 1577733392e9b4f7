import { readCsvTable } from '#data/formats/csv/read-csv-table.ts';
import type { InputFile, ReadOptions, ReadResult } from '#data/formats/format.ts';
import { cutSections } from '#data/formats/kumu-table/cut-sections.ts';
import { planKumu } from '#data/formats/kumu-table/plan-kumu.ts';
import { planRecognized } from '#data/formats/table/plan-recognized.ts';
import { readTables } from '#data/formats/table/read-tables.ts';
import type { Table } from '#data/formats/table/table.ts';
import { readWorkbook } from '#data/formats/xlsx/read-workbook.ts';
import { recognizesXlsx } from '#data/formats/xlsx/recognizes-xlsx.ts';

/**
 * Records of tables, whichever files they stand in: text and workbooks may come together. A mapping says what they
 * are; without one the dialect's habits and the headers do.
 */
export async function readTableFiles(
  files: readonly InputFile[],
  options: ReadOptions,
  dialect: 'plain' | 'kumu' = 'plain',
): Promise<ReadResult> {
  const kumu = dialect === 'kumu' && options.mapping === undefined;
  const tables: Table[] = [];
  for (const file of files) {
    if (recognizesXlsx(file.bytes))
      tables.push(...(await readWorkbook(file, options, kumu ? cutSections : undefined)));
    else tables.push(readCsvTable(file, options.skipBadRows));
  }
  return readTables(tables, options, kumu ? planKumu : planRecognized);
}
