import { recognizesCsv } from '#data/formats/csv/recognizes-csv.ts';
import { writeCsv } from '#data/formats/csv-write/write-csv.ts';
import type { Format } from '#data/formats/format.ts';
import { readTableFiles } from '#data/formats/table/read-table-files.ts';

/** Tables as text: node tables, tie lists, two-mode lists, matrices; cut at commas, semicolons, tabs or bars. */
export const csv: Format = {
  id: 'csv',
  label: 'CSV, TSV (tables as text)',
  extensions: ['csv', 'tsv', 'tab', 'txt'],
  recognizes: recognizesCsv,
  read: (files, options) => readTableFiles(files, options),
  write: writeCsv,
};
