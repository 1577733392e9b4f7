import { stringify } from 'csv-stringify/sync';
import { countLoss } from '#data/formats/count-loss.ts';
import { cellText, isAmbiguous, isFormula } from '#data/formats/csv-write/cell-text.ts';
import { recordTables, type Cell, type RecordTable } from '#data/formats/csv-write/record-tables.ts';
import type { Loss, OutputFile, WriteResult } from '#data/formats/format.ts';
import type { NetworkData } from '#data/model/network-data.ts';

/**
 * Writes tables as CSV (RFC 4180, UTF-8, LF): -nodes, -ties, and -people, -collaborations, -participation where there
 * are any, with the column names that Weft's own reader knows. Same records, same bytes.
 */
export async function writeCsv(data: NetworkData): Promise<WriteResult> {
  const tables = recordTables(data);
  return { files: tables.map((table) => csvFile(table, cellText)), losses: lossesOf(data, tables) };
}

/** The same for spreadsheets: a text that would run as a formula gets a leading apostrophe, counted as a loss. */
export async function writeCsvForSpreadsheets(data: NetworkData): Promise<WriteResult> {
  const tables = recordTables(data);
  const guarded = (cell: Cell): string => (isFormula(cell) ? `'${cellText(cell)}` : cellText(cell));
  const formulas = countCells(tables, isFormula);
  return {
    files: tables.map((table) => csvFile(table, guarded)),
    losses: [
      ...lossesOf(data, tables),
      ...(formulas > 0
        ? [{ what: 'texts that begin like a formula got a leading apostrophe', count: formulas }]
        : []),
    ],
  };
}

function csvFile(table: RecordTable, text: (cell: Cell) => string): OutputFile {
  const rows = [table.head.map((name) => text(name)), ...table.rows.map((row) => row.map(text))];
  return {
    suffix: table.suffix,
    bytes: new TextEncoder().encode(stringify(rows, { record_delimiter: '\n' })),
  };
}

function lossesOf(data: NetworkData, tables: readonly RecordTable[]): Loss[] {
  const ambiguous = countCells(tables, (cell, table, column) =>
    isAmbiguous(cell, column >= table.firstCustom),
  );
  const renamed = tables.reduce((sum, table) => sum + table.renamed, 0);
  return [
    ...countLoss(data, [
      'network (name, vocabularies, default lens)',
      'affiliations of people',
      'statements about relationships (who said so, trust, value)',
      'identifiers of organizations',
      'ids that other sources gave',
      'sources of collaborations',
      'communities',
      'gatherings',
      'needs',
      'offers',
      'sources',
    ]),
    ...(renamed > 0
      ? [
          {
            what: 'custom fields got another name, as theirs means something else in a table',
            count: renamed,
          },
        ]
      : []),
    ...(ambiguous > 0
      ? [{ what: 'texts and lists that a table reader may take for something else', count: ambiguous }]
      : []),
  ];
}

function countCells(
  tables: readonly RecordTable[],
  is: (cell: Cell, table: RecordTable, column: number) => boolean,
): number {
  let count = 0;
  for (const table of tables) {
    for (const row of table.rows) count += row.filter((cell, column) => is(cell, table, column)).length;
  }
  return count;
}
