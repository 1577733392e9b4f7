import { writeCsvForSpreadsheets } from '#data/formats/csv-write/write-csv.ts';
import type { Format } from '#data/formats/format.ts';

/** Written only: what is read again is the plain CSV. */
export const csvSpreadsheets: Format = {
  id: 'csv-spreadsheets',
  label: 'CSV for spreadsheets (formulas guarded)',
  extensions: ['csv'],
  recognizes: () => false,
  write: writeCsvForSpreadsheets,
};
