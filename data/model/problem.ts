/** Something that a file or request says and that cannot be taken as it stands. */
export interface Problem {
  /** error: the row cannot be taken truthfully, nothing is stored; note: taken, and listed. */
  readonly severity: 'error' | 'note';
  readonly code: string;
  readonly file?: string;
  readonly sheet?: string;
  /** 1-based line of the file (row of the sheet). */
  readonly line?: number;
  /** The column's name, or its 1-based number where it has none. */
  readonly column?: string;
  /** The record or element, where a line says little (XML, JSON). */
  readonly record?: string;
  readonly value?: string;
  /** So many more errors of the same sort (code, sheet, column) are not listed. */
  readonly more?: number;
  /** A note that a row was left out because --skip-bad-rows asks for it. */
  readonly omitted?: true;
  /** What is wrong, the value, what is accepted: whole sentences. */
  readonly message: string;
}
