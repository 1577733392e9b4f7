import { tablePlace } from '#data/formats/table/table-place.ts';
import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { columnValues, numberOf, type ColumnValues } from '#data/formats/table/column-values.ts';
import type { Table } from '#data/formats/table/table.ts';
import { cellsOf, plainTies, planTable, type TablePlan } from '#data/formats/table/table-plan.ts';

interface Matrix {
  readonly table: Table;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** Column of the first value: 1 after row names, 0 without. */
  readonly offset: number;
}

/** A table whose rows and columns bear the same names: who is tied to whom. Undefined when it is none. */
export function expandAdjacency(table: Table): TablePlan[] | undefined {
  const columnNames = table.head.slice(1);
  const rowNames = table.rows.map((row) => (row[0] ?? '').trim());
  const named = new Set(columnNames);
  const fits =
    rowNames.length === columnNames.length &&
    rowNames.length > 1 &&
    rowNames.every((name) => named.has(name));
  return fits && !named.has('') ? tiesOf({ table, rowNames, columnNames, offset: 1 }) : undefined;
}

/** A square of numbers below a row of names. */
export function expandUnnamedRows(table: Table): TablePlan[] | undefined {
  const { head } = table;
  const square = table.rows.length === head.length && head.length > 1 && head.every((name) => name !== '');
  return square && numeric(table, 0)
    ? tiesOf({ table, rowNames: head, columnNames: head, offset: 0 })
    : undefined;
}

/** Rows and columns of different names, numbers between them, nothing in the corner: who takes part in what. */
export function expandTwoMode(table: Table): TablePlan[] | undefined {
  const columnNames = table.head.slice(1);
  const rowNames = table.rows.map((row) => (row[0] ?? '').trim());
  const corner = table.head[0] === '';
  if (!corner || columnNames.length < 2 || columnNames.includes('') || !numeric(table, 1)) return undefined;
  if (columnValues(rowNames, true) !== 'text') return undefined;
  return participationOf({ table, rowNames, columnNames, offset: 1 });
}

function numeric(table: Table, from: number): boolean {
  return table.head.slice(from).every((_, at) => {
    const values = columnValues(cellsOf(table, from + at), table.cutAtCommas);
    return values === 'number' || values === 'empty' || values === 'decimal comma';
  });
}

function tiesOf(matrix: Matrix): TablePlan[] {
  const { table, rowNames, columnNames } = matrix;
  const values = valuesOf(matrix);
  const columnOf = new Map(columnNames.map((name, at) => [name, at]));
  const at = (row: number, name: string): number | undefined => values[row]?.[columnOf.get(name) ?? -1];
  const symmetric = rowNames.every((a, i) =>
    rowNames.every((b, j) => {
      const there = at(i, b);
      const back = at(j, a);
      return there === back || there === undefined || back === undefined;
    }),
  );
  const rows: string[][] = [];
  const lines: number[] = [];
  rowNames.forEach((from, i) => {
    rowNames.forEach((to, j) => {
      const value = symmetric && j < i ? undefined : (at(i, to) ?? (symmetric ? at(j, from) : undefined));
      if (value === undefined || value === 0) return;
      rows.push([from, to, String(value)]);
      lines.push(table.lines[i] ?? 0);
    });
  });
  const direction = symmetric ? 'undirected' : 'directed';
  noteMatrix(
    table,
    `The table is a matrix of ${rowNames.length} nodes, ${symmetric ? 'the same both ways: its ties are undirected' : 'not the same both ways: its ties are directed, from row to column'}.`,
  );
  const ties: Table = { ...table, head: ['from', 'to', 'strength'], rows, lines };
  const columns = new Map(ties.head.map((name, index) => [name, index]));
  return [
    namesPlan(matrix),
    planTable(ties, { is: 'relationships', columns, ties: { ...plainTies, direction } }),
  ];
}

function participationOf(matrix: Matrix): TablePlan[] {
  const { table, rowNames, columnNames } = matrix;
  const rows: string[][] = [];
  const lines: number[] = [];
  let others = 0;
  valuesOf(matrix).forEach((cells, i) => {
    cells.forEach((value, j) => {
      if (value === undefined || value === 0) return;
      if (value !== 1) others += 1;
      rows.push([rowNames[i] ?? '', columnNames[j] ?? '']);
      lines.push(table.lines[i] ?? 0);
    });
  });
  noteMatrix(
    table,
    `The table is a two-mode matrix: ${rowNames.length} organizations (rows) in ${columnNames.length} collaborations (columns).${others > 0 ? ` ${others} cells hold another number than 0 or 1; a participation has no strength, so they were taken as 1.` : ''}`,
  );
  const parts: Table = { ...table, head: ['organization', 'collaboration'], rows, lines };
  const columns = new Map(parts.head.map((name, index) => [name, index]));
  const names: Table = {
    ...table,
    head: ['collaboration'],
    rows: columnNames.map((name) => [name]),
    lines: columnNames.map(() => table.headLine),
  };
  return [
    namesPlan(matrix),
    planTable(names, { is: 'collaborations', columns: new Map([['id', 0]]) }),
    planTable(parts, { is: 'participation', columns }),
  ];
}

function namesPlan({ table, rowNames }: Matrix): TablePlan {
  const names: Table = {
    ...table,
    head: ['name'],
    rows: rowNames.map((name) => [name]),
    lines: rowNames.map((_, i) => table.lines[i] ?? table.headLine),
  };
  return planTable(names, { is: 'organizations', columns: new Map([['id', 0]]) });
}

/** The numbers of the cells; absent cells are undefined. Errors: STRENGTH_NOT_VALID. */
function valuesOf({ table, columnNames, offset }: Matrix): (number | undefined)[][] {
  const kinds = columnNames.map((_, at): ColumnValues =>
    columnValues(cellsOf(table, at + offset), table.cutAtCommas),
  );
  return table.rows.map((row, i) =>
    columnNames.map((column, at) => {
      const text = (row[at + offset] ?? '').trim();
      if (isAbsent(text)) return undefined;
      const value = numberOf(text, kinds[at] ?? 'text');
      if (value !== undefined && value >= 0) return value;
      table.problems.row(
        'STRENGTH_NOT_VALID',
        tablePlace(table, table.lines[i] ?? 0, column),
        `The cell is “${text}”; a number of 0 or more, or nothing, is accepted.`,
        text,
      );
      return undefined;
    }),
  );
}

function noteMatrix(table: Table, message: string): void {
  table.problems.note('TABLE_IS_MATRIX', tablePlace(table, table.headLine), message);
}
