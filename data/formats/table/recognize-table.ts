import { tablePlace } from '#data/formats/table/table-place.ts';
import { cellsOf, planTable, planColumn, type TablePlan } from '#data/formats/table/table-plan.ts';
import { findEnds } from '#data/formats/table/find-ends.ts';
import {
  collaborationWords,
  headerWords,
  nodeWords,
  participationWords,
  partyWords,
  tieWords,
} from '#data/formats/table/header-words.ts';
import { isDirection } from '#data/formats/table/records/read-relationships.ts';
import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import type { Table } from '#data/formats/table/table.ts';

/** What a table is, by its header: a tie list, a two-mode participation or a node table; undefined when it is none. */
export function recognizeTable(table: Table): TablePlan | undefined {
  const words = table.head.map(headerWords);
  return ties(table, words) ?? participation(table, words) ?? nodes(table, words);
}

/** Whether a header names what a table of a network has; used to find it below prose. */
export function isKnownHeader(head: readonly string[]): boolean {
  const words = head.map(headerWords);
  if (findEnds(words) !== undefined || findParticipation(words) !== undefined) return true;
  return first(words, nodeWords.id) !== undefined || nameColumn(words, head) !== undefined;
}

function ties(table: Table, words: readonly string[]): TablePlan | undefined {
  const ends = findEnds(words);
  if (ends === undefined) return undefined;
  const columns = new Map<string, number>([
    ['from', ends[0]],
    ['to', ends[1]],
  ]);
  const free = (index: number): boolean => ![...columns.values()].includes(index);
  const take = (
    field: string,
    names: readonly string[],
    fits: (index: number) => boolean = () => true,
  ): void => {
    const index = names.map((name) => words.indexOf(name)).find((at) => at >= 0 && free(at) && fits(at));
    if (index !== undefined) columns.set(field, index);
  };
  take('id', tieWords.id);
  take('direction', tieWords.direction, (index) => saysDirection(table, index));
  take('strength', tieWords.strength);
  take('kind', tieWords.kind, (index) => fitsKind(table, index));
  take('since', tieWords.since);
  take('until', tieWords.until);
  if (!columns.has('strength')) onlyNumber(table, columns);
  return planTable(table, { is: 'relationships', columns });
}

function saysDirection(table: Table, index: number): boolean {
  let said = false;
  for (const cell of cellsOf(table, index)) {
    const text = cell.trim();
    if (isAbsent(text)) continue;
    if (!isDirection(text)) return table.head[index]?.toLowerCase() === 'direction';
    said = true;
  }
  return said;
}

function fitsKind(table: Table, index: number): boolean {
  for (const cell of cellsOf(table, index)) if (cell.length > 200) return false;
  return true;
}

/** The only numeric column beside the ends is the strength, and that is said. */
function onlyNumber(table: Table, columns: Map<string, number>): void {
  const taken = new Set(columns.values());
  const all = table.rows.map((_, at) => at);
  const numeric = table.head.flatMap((_, index) => {
    if (taken.has(index) || table.head[index] === '') return [];
    const column = planColumn(table, index, all);
    return column.values === 'number' || column.values === 'decimal comma' ? [column] : [];
  });
  const place = tablePlace(table, table.headLine);
  const [only] = numeric;
  if (only !== undefined && numeric.length === 1) {
    columns.set('strength', only.index);
    table.problems.note(
      'STRENGTH_FROM_ONLY_NUMBER',
      { ...place, column: only.name },
      `No column is named weight or strength; the only numeric one, “${only.name}”, was taken as the strength of the ties.`,
    );
  } else if (numeric.length > 1) {
    table.problems.note(
      'STRENGTH_NOT_NAMED',
      place,
      `No column is named weight or strength, and ${numeric.length} are numeric (${numeric.map(({ name }) => `“${name}”`).join(', ')}): none was taken as the strength. A mapping can name it.`,
    );
  }
}

function participation(table: Table, words: readonly string[]): TablePlan | undefined {
  const found = findParticipation(words);
  if (found === undefined) return undefined;
  const columns = new Map<string, number>([
    ['organization', found[0]],
    ['collaboration', found[1]],
  ]);
  const person = words.indexOf('person');
  if (person >= 0) columns.set('person', person);
  for (const [field, names] of Object.entries(participationWords)) {
    const index = first(words, names);
    if (index !== undefined) columns.set(field, index);
  }
  return planTable(table, { is: 'participation', columns });
}

/** An organization column and a collaboration column, where the row has no id of its own. */
function findParticipation(words: readonly string[]): readonly [number, number] | undefined {
  const party = first(words, partyWords);
  const collaboration = first(words, collaborationWords);
  if (party === undefined || collaboration === undefined || words.includes('id')) return undefined;
  return [party, collaboration];
}

function nodes(table: Table, words: readonly string[]): TablePlan | undefined {
  const columns = new Map<string, number>();
  const id = first(words, nodeWords.id);
  if (id !== undefined) columns.set('id', id);
  const name = nameColumn(words, table.head);
  if (name !== undefined && name !== id) columns.set('name', name);
  if (columns.size === 0) return undefined;
  for (const [field, names] of Object.entries(nodeWords)) {
    if (columns.has(field) || field === 'id') continue;
    const taken = new Set(columns.values());
    const index = names.map((word) => words.indexOf(word)).find((at) => at >= 0 && !taken.has(at));
    if (index !== undefined) columns.set(field, index);
  }
  return planTable(table, { is: 'organizations', columns });
}

/** label, name, or what R calls a label: vertex.names. */
function nameColumn(words: readonly string[], head: readonly string[]): number | undefined {
  const named = first(words, nodeWords.name);
  if (named !== undefined) return named;
  const at = head.findIndex((name) => /\.names$/iu.test(name.trim()));
  return at < 0 ? undefined : at;
}

function first(words: readonly string[], wanted: readonly string[]): number | undefined {
  return wanted.map((word) => words.indexOf(word)).find((at) => at >= 0);
}
