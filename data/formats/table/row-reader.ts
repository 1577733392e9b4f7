import type { InputPlace } from '#data/formats/input-problems.ts';
import { cleanText, isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { numberOf } from '#data/formats/table/column-values.ts';
import { partialDateOf } from '#data/formats/table/partial-date-of.ts';
import { tablePlace } from '#data/formats/table/table-place.ts';
import type { FlagColumn, PlannedColumn, TablePlan } from '#data/formats/table/table-plan.ts';

const yes = /^(true|yes|1|x)$/iu;
const no = /^(false|no|0)$/iu;

/** As csv-spreadsheets guards a text that a spreadsheet would run. */
const guarded = /^'\s*[=+\-@＝＋－＠]/u;

type CustomValue = string | number | boolean | string[];

/** Reads the fields of a table row by row; what a cell cannot be is listed with its place, and the row is marked bad. */
export class RowReader {
  readonly plan: TablePlan;
  /** Whether something of the present row was refused. */
  bad = false;
  #cells: readonly string[] = [];
  #line = 0;

  constructor(plan: TablePlan) {
    this.plan = plan;
  }

  open(row: number): void {
    this.#cells = this.plan.table.rows[row] ?? [];
    this.#line = this.plan.table.lines[row] ?? 0;
    this.bad = false;
  }

  has(field: string): boolean {
    return this.plan.columns.has(field);
  }

  /** Where the present row (or its cell) stands. */
  place(field?: string): InputPlace {
    const column = field === undefined ? undefined : this.#column(field);
    return tablePlace(this.plan.table, this.#line, column?.name);
  }

  refuse(code: string, field: string, message: string, value?: string): void {
    this.bad = true;
    this.plan.table.problems.row(code, this.place(field), message, value);
  }

  /** The trimmed cell; undefined when absent. */
  raw(field: string): string | undefined {
    const column = this.#column(field);
    const text = column === undefined ? undefined : this.#cells[column.index]?.trim();
    return text === undefined || isAbsent(text) ? undefined : this.#content(text);
  }

  text(field: string, max: number): string | undefined {
    const text = this.raw(field);
    return text === undefined ? undefined : this.#clean(text, max, field);
  }

  /** Text that must be there. */
  required(field: string, max: number, what: string): string | undefined {
    const text = this.text(field, max);
    if (text === undefined && !this.bad)
      this.refuse('VALUE_MISSING', field, `${what} is missing; a text that is not empty is accepted.`);
    return text;
  }

  /** A number within the bounds. */
  number(field: string, min: number, max: number, accepted: string): number | undefined {
    const text = this.raw(field);
    if (text === undefined) return undefined;
    const value = numberOf(text, this.#column(field)?.values ?? 'text');
    if (value !== undefined && value >= min && value <= max) return value;
    this.refuse(
      'NUMBER_NOT_VALID',
      field,
      `“${this.#column(field)?.name ?? field}” is “${text}”; ${accepted} is accepted.`,
      text,
    );
    return undefined;
  }

  /** Year, month or day as records hold it. */
  date(field: string): string | undefined {
    const text = this.raw(field);
    if (text === undefined) return undefined;
    const date = partialDateOf(text);
    if (date === undefined) {
      this.refuse(
        'DATE_NOT_VALID',
        field,
        `“${this.#column(field)?.name ?? field}” is “${text}”, which is no date of the calendar; YYYY, YYYY-MM and YYYY-MM-DD are accepted.`,
        text,
      );
    } else if (text.includes(':')) {
      this.plan.table.problems.count(
        'TIME_LEFT_AWAY',
        field,
        this.place(field),
        (count) =>
          `${count} ${count === 1 ? 'date has' : 'dates have'} a time of day (first “${text}”), which was left away.`,
      );
    }
    return date;
  }

  validTime(): { since?: string; until?: string } {
    const since = this.date('since');
    const until = this.date('until');
    if (
      since !== undefined &&
      until !== undefined &&
      until.slice(0, since.length) < since.slice(0, until.length)
    ) {
      this.refuse(
        'DATE_NOT_VALID',
        'until',
        `The end ${until} lies before the beginning ${since}; an end on or after it is accepted.`,
        until,
      );
    }
    return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
  }

  /** A list: a cell split at | or ;, or the flag columns whose cell is true. Undefined when empty. */
  list(field: string, max = 1_000): string[] | undefined {
    const column = this.plan.columns.get(field);
    if (column === undefined) return undefined;
    const items = isFlags(column) ? this.#flags(column) : this.#split(field, max);
    return items.length === 0 ? undefined : [...new Set(items)];
  }

  custom(): Record<string, CustomValue> | undefined {
    let entries: [string, CustomValue][] | undefined;
    for (const column of this.plan.custom) {
      const text = this.#cells[column.index]?.trim();
      if (text === undefined || isAbsent(text)) continue;
      const value = this.#customValue(column, this.#content(text));
      if (value !== undefined) (entries ??= []).push([column.name, value]);
    }
    return entries === undefined ? undefined : Object.fromEntries(entries);
  }

  /** What a cell says: lines end in LF; the mark that a spreadsheet's guard put before a formula is taken off again. */
  #content(text: string): string {
    const lines = text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
    if (!guarded.test(lines)) return lines;
    this.plan.table.problems.count('GUARD_TAKEN_OFF', 'guard', this.place(), (count) =>
      count === 1
        ? 'A cell begins with an apostrophe before a formula sign; the apostrophe was taken off.'
        : `${count} cells begin with an apostrophe before a formula sign; the apostrophes were taken off.`,
    );
    return lines.slice(1);
  }

  #customValue(column: PlannedColumn, text: string): CustomValue | undefined {
    if (column.values === 'boolean') return text.toLowerCase() === 'true';
    if (column.values === 'number' || column.values === 'decimal comma') {
      const value = numberOf(text, column.values);
      if (value !== undefined) return value;
    }
    if (!this.plan.barLists || !text.includes('|')) return this.#cleanCell(text, 10_000, column.name);
    const items = text.split('|').map((item) => item.trim());
    return items.flatMap((item) => (item === '' ? [] : (this.#cleanCell(item, 10_000, column.name) ?? [])));
  }

  #split(field: string, max: number): string[] {
    const text = this.raw(field);
    if (text === undefined) return [];
    return text.split(/[|;]/u).flatMap((part) => {
      const item = part.trim();
      const clean = item === '' ? undefined : this.#clean(item, max, field);
      return clean === undefined ? [] : [clean];
    });
  }

  #flags(columns: readonly FlagColumn[]): string[] {
    return columns.flatMap(({ index, name, value }) => {
      const text = (this.#cells[index] ?? '').trim();
      if (yes.test(text)) return [value];
      if (!isAbsent(text) && !no.test(text)) {
        this.bad = true;
        this.plan.table.problems.row(
          'FLAG_NOT_VALID',
          { ...this.place(), column: name },
          `“${name}” is “${text}”; TRUE, yes, 1, x, FALSE, no, 0 and empty are accepted.`,
          text,
        );
      }
      return [];
    });
  }

  #clean(text: string, max: number, field: string): string | undefined {
    return this.#cleanCell(text, max, this.#column(field)?.name ?? field);
  }

  #cleanCell(text: string, max: number, column: string): string | undefined {
    const clean = cleanText(text, `“${column}”`, max, { ...this.place(), column }, this.plan.table.problems);
    if (clean === undefined) this.bad = true;
    return clean;
  }

  #column(field: string): PlannedColumn | undefined {
    const column = this.plan.columns.get(field);
    return column === undefined || isFlags(column) ? undefined : column;
  }
}

function isFlags(column: PlannedColumn | readonly FlagColumn[]): column is readonly FlagColumn[] {
  return Array.isArray(column);
}
