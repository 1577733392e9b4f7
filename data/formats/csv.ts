import { readCsvTable } from '#data/formats/csv/read-csv-table.ts';
import { recognizesCsv } from '#data/formats/csv/recognizes-csv.ts';
import type { Format } from '#data/formats/format.ts';
import { readTables } from '#data/formats/table/read-tables.ts';

/** Tables as text: node tables, tie lists, two-mode lists, matrices; cut at commas, semicolons, tabs or bars. */
export const csv: Format = {
  id: 'csv',
  label: 'CSV, TSV (tables as text)',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  recognizes: recognizesCsv,
  read: async (files, options) =>
    readTables(
      files.map((file) => readCsvTable(file, options.skipBadRows)),
      options,
    ),
};
