import type { Format } from '#data/formats/format.ts';
import { recognizesKumuTable } from '#data/formats/kumu-table/recognizes-kumu-table.ts';
import { readTableFiles } from '#data/formats/table/read-table-files.ts';

/** Kumu's import sheets, as a workbook (Elements, Connections) or as CSV. */
export const kumuTable: Format = {
  id: 'kumu',
  label: 'Kumu spreadsheet (XLSX or CSV)',
  extensions: ['xlsx', 'csv'],
  recognizes: recognizesKumuTable,
  read: (files, options) => readTableFiles(files, options, 'kumu'),
};
