import { endsByName, isFieldName, type RecognizedTable } from '#data/formats/table/known-header.ts';
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
  /** How many custom fields bear another name, as theirs would mean something else to a reader of the table. */
  readonly renamed: number;
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
    table('-nodes.csv', data.organizations, organizationColumns, 'nodes'),
    table('-people.csv', data.people, personColumns),
    table(
      '-ties.csv',
      data.relationships,
      [
        ['from', (row) => row.from],
        ['to', (row) => row.to],
        ['kind', (row) => row.kind],
        ['direction', (row) => row.direction],
        ['strength', (row) => row.strength],
        ['since', (row) => row.since],
        ['until', (row) => row.until],
        ['id', (row) => row.id],
      ],
      'ties',
    ),
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

/**
 * Columns that no row fills are left away, but for the first two, and but for the strength beside custom fields: a
 * reader that finds none takes the only number. Custom fields follow in the order of their names.
 */
function table<Row extends object>(
  suffix: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  recognized: RecognizedTable | null = null,
): RecordTable {
  const keys = [...new Set(rows.flatMap((row) => Object.keys((row as WithCustom).custom ?? {})))].sort();
  const filled = columns.filter(
    ([name, cell], at) =>
      at < 2 || (name === 'strength' && keys.length > 0) || rows.some((row) => cell(row) !== undefined),
  );
  const own = filled.map(([name]) => name);
  const names = customNames(own, keys, recognized);
  const custom = keys.map((key, at): Column<Row> => [
    names[at] ?? key,
    (row) => (row as WithCustom).custom?.[key],
  ]);
  const all = [...filled, ...custom];
  return {
    suffix,
    head: all.map(([name]) => name),
    firstCustom: filled.length,
    renamed: names.filter((name, at) => name !== keys[at]).length,
    rows: rows.map((row) => all.map(([, cell]) => cell(row))),
  };
}

/** The columns of custom fields: each name once in the table, and none that a reader would take for another field. */
function customNames(
  own: readonly string[],
  keys: readonly string[],
  recognized: RecognizedTable | null,
): string[] {
  const taken = new Set([...own, ...keys]);
  const free = (key: string): string => {
    let name = key;
    while (taken.has(name)) name = `custom ${name}`;
    taken.add(name);
    return name;
  };
  const means = (key: string): boolean =>
    own.includes(key) || (recognized !== null && isFieldName(recognized, key, own));
  const names = keys.map((key) => (means(key) ? free(key) : key));
  if (recognized === null) return names;
  // Two names that are alike but for source and target would be the ends of ties; with one of them renamed they are not.
  for (;;) {
    const ends = endsByName([...own, ...names]);
    const at = ends?.find((end) => end >= own.length);
    if (at === undefined) return names;
    names[at - own.length] = free(names[at - own.length] ?? '');
  }
}
