import type { InputPlace, InputProblems } from '#data/formats/input-problems.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { RawRows } from '#data/formats/table/table.ts';
import { dayOfSerial } from '#data/formats/xlsx/date-styles.ts';
import type { Zip } from '#data/formats/xlsx/open-zip.ts';
import { readPart } from '#data/formats/xlsx/read-part.ts';
import { unescapeString } from '#data/formats/xlsx/shared-strings.ts';
import type { WorkbookSheet } from '#data/formats/xlsx/workbook-sheets.ts';

/** What cells of every sheet refer to. */
export interface WorkbookContext {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
  readonly from1904: boolean;
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  readonly formula: boolean;
}

const columnLimit = 2_000;

/** The filled rows of a sheet as text, with their row numbers. Errors: CELL_NOT_VALID, TOO_LARGE. */
export async function readSheet(
  zip: Zip,
  sheet: WorkbookSheet,
  context: WorkbookContext,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<RawRows> {
  const rows = new SheetRows(sheet.name, context, problems);
  const handlers = {
    open: rows.open.bind(rows),
    close: rows.close.bind(rows),
    text: rows.text.bind(rows),
  };
  if (!(await readPart(zip, sheet.part, handlers, problems, signal))) {
    problems.fatal(
      'ZIP_NOT_VALID',
      { sheet: sheet.name },
      `The workbook names the sheet “${sheet.name}” but does not hold it.`,
    );
  }
  return { rows: rows.rows, lines: rows.lines };
}

type Element = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };

/** Gathers rows while a sheet is read. */
class SheetRows {
  readonly rows: string[][] = [];
  readonly lines: number[] = [];
  readonly #sheet: string;
  readonly #context: WorkbookContext;
  readonly #problems: InputProblems;
  #row: string[] = [];
  #line = 0;
  #cell: Cell | undefined;
  #value: string[] = [];
  #inValue = false;
  /** Inside the reading (furigana) of a text, which is no part of it. */
  #inReading = false;

  constructor(sheet: string, context: WorkbookContext, problems: InputProblems) {
    this.#sheet = sheet;
    this.#context = context;
    this.#problems = problems;
  }

  open({ name, attributes }: Element): void {
    if (name === 'row') {
      const said = Number(attributes.r);
      this.#line = Number.isInteger(said) && said > 0 ? said : this.#line + 1;
      this.#row = [];
    } else if (name === 'c') this.#openCell(attributes);
    else if (name === 'f' && this.#cell !== undefined) this.#cell = { ...this.#cell, formula: true };
    else if (name === 'mergeCells') {
      this.#problems.note(
        'CELLS_MERGED',
        { sheet: this.#sheet },
        'The sheet has merged cells; their value stands in the first of them only.',
      );
    }
    if (name === 'rPh') this.#inReading = true;
    this.#inValue = this.#cell !== undefined && !this.#inReading && (name === 'v' || name === 't');
  }

  text(text: string): void {
    if (this.#inValue) this.#value.push(text);
  }

  close({ name }: Element): void {
    this.#inValue = false;
    if (name === 'rPh') this.#inReading = false;
    if (name === 'c' && this.#cell !== undefined) {
      const text = this.#textOf(this.#cell, this.#value.join(''));
      if (text !== '') {
        while (this.#row.length < this.#cell.column) this.#row.push('');
        this.#row[this.#cell.column] = text;
      }
      this.#cell = undefined;
    }
    if (name === 'row' && this.#row.some((cell) => cell.trim() !== '')) {
      this.rows.push(this.#row);
      this.lines.push(this.#line);
    }
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const letters = /^([A-Z]{1,3})\d+$/u.exec(attributes.r ?? '')?.[1];
    const column = letters === undefined ? this.#row.length : columnNumber(letters);
    if (column >= columnLimit) {
      this.#problems.fatal(
        'TOO_LARGE',
        this.#place(column),
        `A row has more than ${columnLimit} columns; fewer are accepted.`,
      );
    }
    this.#cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), formula: false };
    this.#value = [];
  }

  #textOf(cell: Cell, value: string): string {
    if (value === '') {
      if (cell.formula)
        this.#count('FORMULA_WITHOUT_VALUE', cell, 'formulas without a saved value, taken as empty');
      return '';
    }
    switch (cell.type) {
      case 's':
        return this.#string(
          cell,
          this.#context.strings[Number(value)] ??
            this.#refuse(cell, value, 'points to a text that the workbook does not hold'),
        );
      case 'inlineStr':
        return this.#string(cell, unescapeString(value));
      case 'str':
        return unescapeString(value);
      case 'b':
        return value === '1' || value.toLowerCase() === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
        this.#count('CELL_ERROR', cell, `cells with an error such as ${value}, taken as empty`);
        return '';
      case 'd':
        return value;
      default:
        return this.#number(cell, value);
    }
  }

  #string(cell: Cell, text: string): string {
    if (parseNumber(text) !== undefined) {
      this.#count(
        'NUMBER_AS_TEXT',
        cell,
        'cells hold a number stored as text; in columns of numbers they were taken as numbers',
      );
    }
    return text;
  }

  #number(cell: Cell, value: string): string {
    const number = Number(value);
    if (!Number.isFinite(number)) return this.#refuse(cell, value, 'is no number');
    if (!this.#context.dates.has(cell.style)) return String(number);
    return dayOfSerial(number, this.#context.from1904) ?? String(number);
  }

  #refuse(cell: Cell, value: string, what: string): never {
    return this.#problems.fatal(
      'CELL_NOT_VALID',
      this.#place(cell.column),
      `The cell says “${value.slice(0, 60)}”, which ${what}.`,
      value,
    );
  }

  #count(code: string, cell: Cell, what: string): void {
    this.#problems.count(
      code,
      `${code} ${this.#sheet}`,
      this.#place(cell.column),
      (count) => `${count} ${what}.`,
    );
  }

  #place(column: number): InputPlace {
    return { sheet: this.#sheet, line: this.#line, column: String(column + 1) };
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
