import type { InputProblems } from '#data/formats/input-problems.ts';

/** One table as text: what a CSV file or a sheet of a workbook holds, before anything is said about its meaning. */
export interface Table {
  /** Base name of the file. */
  readonly file: string;
  readonly sheet?: string;
  /** Names of the columns as written, trimmed; '' where there is none. */
  readonly head: readonly string[];
  /** Cells of the rows below the header; a row may be shorter than the header, never longer. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based line of the file (row of the sheet) on which each row begins. */
  readonly lines: readonly number[];
  /** Whether commas part its cells, so that 1,234 inside one may be a thousand. */
  readonly cutAtCommas: boolean;
  /** Line of the header; 0 if the table has none. */
  readonly headLine: number;
  readonly problems: InputProblems;
}

/** Rows before it is known which of them is the header. */
export interface RawRows {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
}
