import { tablePlace } from '#data/formats/table/table-place.ts';
import { columnValues, type ColumnValues } from '#data/formats/table/column-values.ts';
import type { Table } from '#data/formats/table/table.ts';
import type { tableKinds } from '#data/ingest/mapping.ts';

export type TableKind = (typeof tableKinds)[number];

export interface PlannedColumn {
  readonly index: number;
  /** As written, or its 1-based number where it has no name. */
  readonly name: string;
  readonly values: ColumnValues;
}

/** A column whose true cells give a list its value. */
export interface FlagColumn {
  readonly index: number;
  readonly name: string;
  readonly value: string;
}

/** What the rows of one table are and which column says what: made from headers, from a mapping, or for Kumu. */
export interface TablePlan {
  readonly table: Table;
  readonly is: TableKind;
  /** Field (as in a mapping) → its column, or the flag columns of a list. */
  readonly columns: ReadonlyMap<string, PlannedColumn | readonly FlagColumn[]>;
  readonly custom: readonly PlannedColumn[];
  /** Which rows of the table count. */
  readonly rows: readonly number[];
  readonly ties: TieHabits;
  /** Whether a repeated id replaces what stood before (Kumu) or is an error. */
  readonly lastRowWins: boolean;
  /** Whether “a | b” in a custom cell is a list (Kumu). */
  readonly barLists: boolean;
}

/** What holds for ties where no column says it. */
export interface TieHabits {
  readonly kind: string;
  readonly direction: 'directed' | 'mutual' | 'undirected';
  /** Whether “a | b” in an end names several nodes (Kumu). */
  readonly severalTargets: boolean;
}

export const plainTies: TieHabits = { kind: 'tie', direction: 'undirected', severalTargets: false };

export interface PlanParts {
  readonly is: TableKind;
  readonly columns: ReadonlyMap<string, number | readonly FlagColumn[]>;
  /** Columns that are neither a field nor custom (what a where looks at). */
  readonly ignored?: ReadonlySet<number>;
  readonly rows?: readonly number[];
  readonly ties?: TieHabits;
  readonly lastRowWins?: boolean;
  readonly barLists?: boolean;
}

/** Completes a plan: reads off what each column holds; a named column that nothing takes becomes a custom field. */
export function planTable(table: Table, parts: PlanParts): TablePlan {
  const rows = parts.rows ?? table.rows.map((_, at) => at);
  const taken = new Set(parts.ignored);
  const columns = new Map<string, PlannedColumn | readonly FlagColumn[]>();
  for (const [field, column] of parts.columns) {
    if (typeof column === 'number') {
      taken.add(column);
      columns.set(field, planColumn(table, column, rows));
    } else {
      for (const flag of column) taken.add(flag.index);
      columns.set(field, column);
    }
  }
  const custom = table.head.flatMap((_, index) => (taken.has(index) ? [] : [planColumn(table, index, rows)]));
  return {
    table,
    is: parts.is,
    columns,
    custom: custom.filter((column) => column.values !== 'empty' && isNamed(table, column)),
    rows,
    ties: parts.ties ?? plainTies,
    lastRowWins: parts.lastRowWins ?? false,
    barLists: parts.barLists ?? false,
  };
}

/** A column without a name (the row numbers of R) is no field; that it is left out is said. */
function isNamed(table: Table, column: PlannedColumn): boolean {
  if (table.head[column.index] !== '') return true;
  table.problems.count(
    'COLUMN_UNNAMED',
    `${table.sheet ?? ''} ${column.index}`,
    tablePlace(table, table.headLine, column.name),
    () => `Column ${column.index + 1} has no name; it was left out.`,
  );
  return false;
}

export function planColumn(table: Table, index: number, rows: readonly number[]): PlannedColumn {
  return new ReadColumn(table, index, rows);
}

/** Looks through its cells only when somebody asks what they are: names and ids are read as text anyway. */
class ReadColumn implements PlannedColumn {
  readonly index: number;
  readonly name: string;
  readonly #table: Table;
  readonly #rows: readonly number[];
  #values: ColumnValues | undefined;

  constructor(table: Table, index: number, rows: readonly number[]) {
    const named = table.head[index] ?? '';
    this.index = index;
    this.name = named === '' ? String(index + 1) : named;
    this.#table = table;
    this.#rows = rows;
  }

  get values(): ColumnValues {
    this.#values ??= columnValues(cellsOf(this.#table, this.index, this.#rows), this.#table.cutAtCommas);
    return this.#values;
  }
}

export function* cellsOf(table: Table, index: number, rows?: readonly number[]): Generator<string> {
  if (rows === undefined) for (const row of table.rows) yield row[index] ?? '';
  else for (const at of rows) yield table.rows[at]?.[index] ?? '';
}
