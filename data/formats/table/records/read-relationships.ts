import type { Relationship, Statement } from '#data/model/relationship.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

const directions: ReadonlyMap<string, Relationship['direction']> = new Map([
  ['directed', 'directed'],
  ['undirected', 'undirected'],
  ['mutual', 'mutual'],
  ['bidirectional', 'mutual'],
  ['true', 'directed'],
  ['false', 'undirected'],
  ['1', 'directed'],
  ['0', 'undirected'],
]);

/** Whether a cell says which way a tie goes. */
export function isDirection(text: string): boolean {
  return directions.has(text.toLowerCase());
}

/** Adds the ties of a table. A tie without an id of its own is tie-N by its place among all ties. */
export function readRelationships(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  const taken = new Set(known.data.relationships.map(({ id }) => id));
  const hasIds = reader.has('id');
  for (const row of plan.rows) {
    reader.open(row);
    const from = known.party(reader, 'from', 'The beginning of a tie');
    const targets = targetsOf(reader, known);
    const rest = restOf(reader, known, from);
    if (reader.bad || from === undefined) continue;
    for (const to of targets) {
      const own = targets.length === 1 ? ownIdOf(reader, known, taken) : undefined;
      const id = own ?? freeId(known, taken);
      // Ids that are made are counted upwards and never meet each other; only a later id of the table's own could.
      if (hasIds) taken.add(id);
      const external = own === undefined ? {} : { external: known.external(own) };
      known.data.relationships.push({ id, from, to, ...rest, ...external });
    }
  }
}

function targetsOf(reader: RowReader, known: KnownRecords): string[] {
  const what = 'The end of a tie';
  const text = reader.raw('to');
  const several =
    reader.plan.ties.severalTargets && text !== undefined && text.includes('|') && !known.parties.has(text);
  const parts = several ? text.split('|').map((part) => part.trim()) : [];
  const ids = several
    ? parts.flatMap((part) => (part === '' ? [] : [known.partyNamed(reader, 'to', part, what)]))
    : [known.party(reader, 'to', what)];
  return ids.filter((id) => id !== undefined);
}

type Rest = Omit<Relationship, 'id' | 'from' | 'to' | 'external'>;

function restOf(reader: RowReader, known: KnownRecords, from: string | undefined): Rest {
  const strength = reader.number('strength', 0, Number.MAX_VALUE, 'a number of 0 or more');
  const statement = statementOf(reader, known, from, strength);
  const custom = reader.custom();
  return {
    kind: reader.text('kind', 200) ?? reader.plan.ties.kind,
    direction: directionOf(reader),
    ...(strength === undefined || statement !== undefined ? {} : { strength }),
    ...reader.validTime(),
    ...(statement === undefined ? {} : { statements: [statement] }),
    ...present({ custom }),
  };
}

function directionOf(reader: RowReader): Relationship['direction'] {
  const text = reader.raw('direction');
  if (text === undefined) return reader.plan.ties.direction;
  const direction = directions.get(text.toLowerCase());
  if (direction !== undefined) return direction;
  reader.refuse(
    'DIRECTION_NOT_VALID',
    'direction',
    `The direction is “${text}”; directed, undirected and mutual are accepted.`,
    text,
  );
  return 'undirected';
}

const aspects = ['reliability', 'support', 'openness'] as const;

const statedFields = ['statedBy', 'trust', ...aspects.map((aspect) => `trust:${aspect}`)];

/** What somebody states, where a column says who, or how far trust goes (then it is the tie's beginning). */
function statementOf(
  reader: RowReader,
  known: KnownRecords,
  from: string | undefined,
  strength: number | undefined,
): Statement | undefined {
  if (!statedFields.some((field) => reader.has(field))) return undefined;
  const trust = trustOf(reader);
  const said =
    reader.raw('statedBy') === undefined ? undefined : known.party(reader, 'statedBy', 'Who states a tie');
  const by = said ?? from;
  if (by === undefined || (said === undefined && trust === undefined)) return undefined;
  return {
    by,
    agrees: true,
    ...present({ strength, trust }),
  };
}

/** One trust column stands for its three aspects alike, which leaves their mean as it is. */
function trustOf(reader: RowReader): Statement['trust'] {
  const grade = (field: string): number | undefined => {
    const value = reader.number(field, 1, 4, 'a whole number from 1 to 4');
    if (value === undefined || Number.isInteger(value)) return value;
    reader.refuse(
      'NUMBER_NOT_VALID',
      field,
      `“${field}” is ${value}; a whole number from 1 to 4 is accepted.`,
      String(value),
    );
    return undefined;
  };
  const all = grade('trust');
  const entries = aspects.flatMap((aspect) => {
    const value = grade(`trust:${aspect}`) ?? all;
    return value === undefined ? [] : [[aspect, value] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function ownIdOf(reader: RowReader, known: KnownRecords, taken: ReadonlySet<string>): string | undefined {
  const own = reader.text('id', 500);
  if (own === undefined || (!taken.has(own) && !known.parties.has(own))) return own;
  reader.plan.table.problems.count('TIE_ID_REPEATED', 'id', reader.place('id'), (count) =>
    count === 1
      ? `The tie id “${own}” is taken already; this tie got one of its own.`
      : `${count} ties have an id that is taken already; they got ids of their own.`,
  );
  return undefined;
}

function freeId(known: KnownRecords, taken: ReadonlySet<string>): string {
  let id = `tie-${known.data.relationships.length + 1}`;
  while (taken.has(id) || known.parties.has(id)) id = `${id}'`;
  return id;
}
