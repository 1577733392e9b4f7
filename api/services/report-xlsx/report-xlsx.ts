import { bridgeBuildersSheet } from '#api/services/report-xlsx/bridge-builders-sheet.ts';
import { organizationsSheet } from '#api/services/report-xlsx/organizations-sheet.ts';
import { silosSheet } from '#api/services/report-xlsx/silos-sheet.ts';
import { summarySheet } from '#api/services/report-xlsx/summary-sheet.ts';
import { type WorkbookSheet, workbook } from '#api/services/report-xlsx/workbook.ts';
import { receiptTable } from '#viz/report/content/receipt-table.ts';
import type { ReportInput } from '#viz/report/report-input.ts';
import { type ReportFacts, reportFacts } from '#viz/report/report-facts.ts';
import { capitalized } from '#analysis/words/capitalized.ts';

/**
 * The partnership report as a workbook: its tables with every digit, for those who go on calculating.
 *
 * Output   the file's bytes; sheets Summary, Organizations, Silos, Bridge-builders, Sector pairs, Notes, Receipt, in
 *          this order, also where one has no row
 * Random   none; same input, same bytes
 */
export function reportXlsx(input: ReportInput): Uint8Array {
  const facts = reportFacts(input);
  return workbook([
    summarySheet(facts),
    organizationsSheet(facts),
    silosSheet(facts),
    bridgeBuildersSheet(facts),
    sectorPairsSheet(facts),
    notesSheet(facts),
    receiptSheet(facts),
  ]);
}

function sectorPairsSheet({ analysis, phrases }: ReportFacts): WorkbookSheet {
  const sector = capitalized(phrases.sector.one);
  return {
    name: 'Sector pairs',
    columns: [
      { head: `${sector} A`, width: 28 },
      { head: `${sector} B`, width: 28 },
      { head: 'Ties', width: 10 },
      { head: 'Expected ties', width: 14, decimals: 1 },
      { head: 'Joint participations', width: 19 },
      { head: 'Expected joint participations', width: 19, decimals: 1 },
      { head: 'p', width: 9, decimals: 3 },
      { head: 'q', width: 9, decimals: 3 },
      { head: 'p of joint participations', width: 13, decimals: 3 },
      { head: 'q of joint participations', width: 13, decimals: 3 },
      { head: 'Verdict', width: 16 },
      { head: 'In words', width: 70 },
    ],
    rows: (analysis.sectorPairs ?? []).map((pair) => [
      pair.a,
      pair.b,
      pair.ties,
      pair.expected,
      pair.joint,
      pair.expectedJoint,
      pair.p,
      pair.q,
      pair.pJoint,
      pair.qJoint,
      pair.verdict,
      pair.sentence,
    ]),
  };
}

function notesSheet({ analysis }: ReportFacts): WorkbookSheet {
  return {
    name: 'Notes',
    columns: [
      { head: 'Note', width: 80 },
      { head: 'File', width: 24 },
      { head: 'Sheet', width: 16 },
      { head: 'Line', width: 8 },
      { head: 'Column', width: 16 },
      { head: 'Record', width: 20 },
      { head: 'Value', width: 28 },
    ],
    rows: analysis.notes.map((note) => [
      note.message,
      note.file ?? null,
      note.sheet ?? null,
      note.line ?? null,
      note.column ?? null,
      note.record ?? null,
      note.value ?? null,
    ]),
  };
}

/** In words as the report prints it, then the receipt itself, with which everything can be computed again. */
function receiptSheet(facts: ReportFacts): WorkbookSheet {
  const { rows } = receiptTable(facts);
  return {
    name: 'Receipt',
    columns: [
      { head: 'What', width: 22 },
      { head: 'Value', width: 100 },
    ],
    rows: [
      ...rows.map(({ cells }) => cells.map(({ text }) => text)),
      ['Receipt (JSON)', JSON.stringify(facts.analysis.receipt)],
    ],
  };
}
