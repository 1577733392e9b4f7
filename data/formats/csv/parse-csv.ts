import { CsvError, type InfoRecord } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Delimiter } from '#data/formats/csv/sniff-delimiter.ts';
import type { InputProblems } from '#data/formats/input-problems.ts';
import type { RawRows } from '#data/formats/table/table.ts';

export const csvLimits = {
  /** Characters of one record: a longer one is an open quote or no table. */
  record: 1_000_000,
  rows: 5_000_000,
} as const;

/**
 * Cuts a text into records by RFC 4180, with any of CR, LF, CRLF between them (mixed too). Blank lines are left away.
 * firstLine is the number of the text's first line in its file.
 * Cost O(length). Errors: CSV_RECORD_TOO_LONG, CSV_QUOTE, TOO_LARGE, each with the line on which the record begins.
 */
export function parseCsv(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
  problems: InputProblems,
): RawRows {
  if (!text.includes('"')) return cutPlain(text, delimiter, firstLine, problems);
  const rows: string[][] = [];
  const lines: number[] = [];
  let line = firstLine;
  let drift = 0;
  const take = (record: string[], info: InfoRecord): null => {
    if (!isBlank(record)) {
      rows.push(record);
      lines.push(line);
      refuseTooMany(rows.length, line, problems);
    }
    // The parser counts CRLF inside quotes as two lines.
    if (firstLine + info.lines - drift > line + 1) drift += quotedCrlf(record);
    line = firstLine + info.lines - drift;
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: csvLimits.record,
      on_record: take,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    refuse(error, line, problems);
  }
  return { rows, lines };
}

/** A text without any quote, cut by hand: about ten times as fast. */
function cutPlain(text: string, delimiter: Delimiter, firstLine: number, problems: InputProblems): RawRows {
  const rows: string[][] = [];
  const lines: number[] = [];
  text.split(/\r\n|\n|\r/u).forEach((record, at) => {
    const line = firstLine + at;
    if (record.length > csvLimits.record) refuseLong(line, problems);
    const cells = record.split(delimiter);
    if (isBlank(cells)) return;
    rows.push(cells);
    lines.push(line);
  });
  refuseTooMany(rows.length, firstLine, problems);
  return { rows, lines };
}

function isBlank(record: readonly string[]): boolean {
  return record.length === 1 && (record[0] ?? '').trim() === '';
}

function quotedCrlf(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + cell.split('\r\n').length - 1, 0);
}

function refuseTooMany(rows: number, line: number, problems: InputProblems): void {
  if (rows <= csvLimits.rows) return;
  problems.fatal('TOO_LARGE', { line }, `The file has more than ${csvLimits.rows} rows; fewer are accepted.`);
}

function refuseLong(line: number, problems: InputProblems): never {
  return problems.fatal(
    'CSV_RECORD_TOO_LONG',
    { line },
    `The record that begins here is longer than ${csvLimits.record} characters: its quote is never closed, or a cell is too long. Shorter records are accepted.`,
  );
}

function refuse(error: CsvError, line: number, problems: InputProblems): never {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return refuseLong(line, problems);
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quote that begins in this record is never closed'
      : 'A quote stands inside a cell, or text follows a closed quote';
  return problems.fatal(
    'CSV_QUOTE',
    { line },
    `${what}. Cells in double quotes are accepted, quotes inside them doubled ("").`,
  );
}
