import type { Format } from '#data/formats/format.ts';
import { readTableFiles } from '#data/formats/table/read-table-files.ts';
import { recognizesXlsx } from '#data/formats/xlsx/recognizes-xlsx.ts';

/** Workbooks: every sheet a table. */
export const xlsx: Format = {
  id: 'xlsx',
  label: 'XLSX workbook',
  extensions: ['xlsx'],
  recognizes: recognizesXlsx,
  read: (files, options) => readTableFiles(files, options),
};
