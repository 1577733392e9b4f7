import type { NetworkData } from '#data/model/network-data.ts';
import type { Organization } from '#data/model/organization.ts';
import type { Person } from '#data/model/person.ts';

/** A cell before it is text: only text is guarded against formulas, and lists are joined. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** One table of a network: its file's suffix, its columns, its rows. */
export interface RecordTable {
  readonly suffix: string;
  readonly head: readonly string[];
  /** From this column on come custom fields, whose type a reader must guess. */
  readonly firstCustom: number;
  readonly rows: readonly (readonly Cell[])[];
}

type Column<Row> = readonly [name: string, cell: (row: Row) => Cell];
type WithCustom = { readonly custom?: Readonly<Record<string, Cell>> | undefined };

/** The tables of a network, with the column names that the readers of tables know. Empty tables are left away. */
export function recordTables(data: NetworkData): RecordTable[] {
  const people = new Set(data.people.map((person) => person.id));
  const participation = data.collaborations.flatMap((collaboration) =>
    (collaboration.participants ?? []).map((part) => ({ ...part, collaboration: collaboration.id })),
  );
  const tables = [
    table('-nodes.csv', data.organizations, organizationColumns),
    table('-people.csv', data.people, personColumns),
    table('-ties.csv', data.relationships, [
      ['from', (row) => row.from],
      ['to', (row) => row.to],
      ['kind', (row) => row.kind],
      ['direction', (row) => row.direction],
      ['strength', (row) => row.strength],
      ['since', (row) => row.since],
      ['until', (row) => row.until],
      ['id', (row) => row.id],
    ]),
    table('-collaborations.csv', data.collaborations, [
      ['id', (row) => row.id],
      ['name', (row) => row.name],
      ['kind', (row) => row.kind],
      ['topics', (row) => row.topics],
      ['since', (row) => row.since],
      ['until', (row) => row.until],
      ['status', (row) => row.status],
      ['amount', (row) => row.amount?.value],
      ['currency', (row) => row.amount?.currency],
      ['description', (row) => row.description],
    ]),
    table('-participation.csv', participation, [
      ['organization', (row) => (people.has(row.party) ? undefined : row.party)],
      ['person', (row) => (people.has(row.party) ? row.party : undefined)],
      ['collaboration', (row) => row.collaboration],
      ['role', (row) => row.role],
      ['since', (row) => row.since],
      ['until', (row) => row.until],
    ]),
  ];
  return tables.filter(({ suffix, rows }) => rows.length > 0 || suffix === '-nodes.csv');
}

const organizationColumns: readonly Column<Organization>[] = [
  ['id', (row) => row.id],
  ['name', (row) => row.name],
  ['aliases', (row) => row.aliases],
  ['sector', (row) => row.sector],
  ['topics', (row) => row.topics],
  ['place', (row) => row.place?.name],
  ['lat', (row) => row.place?.lat],
  ['lon', (row) => row.place?.lon],
  ['website', (row) => row.website],
  ['description', (row) => row.description],
  ['size', (row) => row.size],
];

const personColumns: readonly Column<Person>[] = [
  ['id', (row) => row.id],
  ['name', (row) => row.name],
  ['aliases', (row) => row.aliases],
  ['topics', (row) => row.topics],
  ['practice', (row) => row.practice],
  ['place', (row) => row.place?.name],
  ['lat', (row) => row.place?.lat],
  ['lon', (row) => row.place?.lon],
  ['description', (row) => row.description],
];

/** Columns that no row fills are left away, but for the first two; custom fields follow in the order of their names. */
function table<Row extends object>(
  suffix: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
): RecordTable {
  const filled = columns.filter(([, cell], at) => at < 2 || rows.some((row) => cell(row) !== undefined));
  const names = new Set(filled.map(([name]) => name));
  const keys = [...new Set(rows.flatMap((row) => Object.keys((row as WithCustom).custom ?? {})))].sort();
  const custom = keys.map((key): Column<Row> => {
    // A custom field may bear the name of a column; in a table each name stands once.
    const name = names.has(key) ? `custom ${key}` : key;
    names.add(name);
    return [name, (row) => (row as WithCustom).custom?.[key]];
  });
  const all = [...filled, ...custom];
  return {
    suffix,
    head: all.map(([name]) => name),
    firstCustom: filled.length,
    rows: rows.map((row) => all.map(([, cell]) => cell(row))),
  };
}
