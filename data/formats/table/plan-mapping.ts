import { tablePlace } from '#data/formats/table/table-place.ts';
import { InputError } from '#data/errors.ts';
import { isAbsent } from '#data/formats/plain-graph/clean-text.ts';
import { isMappingField, listFields, mappingFields } from '#data/formats/table/mapping-fields.ts';
import type { Table } from '#data/formats/table/table.ts';
import { type FlagColumn, plainTies, planTable, type TablePlan } from '#data/formats/table/table-plan.ts';
import type { Mapping } from '#data/ingest/mapping.ts';
import type { Problem } from '#data/model/problem.ts';

type MappedTable = Mapping['tables'][number];

/**
 * Plans tables as a mapping says. What it names and nobody gave (a file, sheet, column, field) is an error that lists
 * what there is; a file that it does not name is noted.
 */
export function planMapping(tables: readonly Table[], mapping: Mapping): TablePlan[] {
  const problems: Problem[] = [];
  const plans = mapping.tables.flatMap((mapped, at) => {
    const say = (code: string, part: string, value: string, message: string): void => {
      problems.push({
        severity: 'error',
        code,
        ...(mapping.writtenIn === undefined ? {} : { file: mapping.writtenIn }),
        record: `tables[${at}].${part}`,
        value,
        message: `The mapping's table ${at + 1} (${mapped.is} from “${mapped.file}”): ${message}`,
      });
    };
    const table = tableNamed(tables, mapped, say);
    return table === undefined ? [] : [planMapped(table, mapped, say)];
  });
  if (problems.length > 0) throw new InputError(problems);
  noteUnused(tables, plans);
  return plans;
}

/** A fault of the mapping: where in its table, the value there, what is wrong and what is accepted. */
type Say = (code: string, part: string, value: string, message: string) => void;

function tableNamed(tables: readonly Table[], mapped: MappedTable, say: Say): Table | undefined {
  const ofFile = tables.filter((table) => table.file === baseName(mapped.file));
  if (ofFile.length === 0) {
    say(
      'FILE_NOT_GIVEN',
      'file',
      mapped.file,
      `no file of that name is given; given are ${quoted([...new Set(tables.map(({ file }) => file))])}.`,
    );
    return undefined;
  }
  const sheets = ofFile.map((table) => table.sheet ?? '');
  if (mapped.sheet !== undefined) {
    const there = ofFile.find((table) => table.sheet === mapped.sheet);
    if (there === undefined) {
      say(
        'SHEET_NOT_FOUND',
        'sheet',
        mapped.sheet,
        `it has no sheet “${mapped.sheet}”; its sheets are ${quoted(sheets)}.`,
      );
    }
    return there;
  }
  if (ofFile.length > 1) {
    say(
      'SHEET_NOT_NAMED',
      'file',
      mapped.file,
      `it has several sheets; a “sheet” is accepted, one of ${quoted(sheets)}.`,
    );
    return undefined;
  }
  return ofFile[0];
}

function planMapped(table: Table, mapped: MappedTable, say: Say): TablePlan {
  const columns = new Map<string, number | readonly FlagColumn[]>();
  for (const [field, column] of Object.entries(mapped.columns)) {
    if (!isMappingField(mapped.is, field)) {
      say(
        'FIELD_NOT_KNOWN',
        `columns.${field}`,
        field,
        `${mapped.is} have no field “${field}”; accepted are ${mappingFields[mapped.is].fields.join(', ')}.`,
      );
      continue;
    }
    const found =
      typeof column === 'string'
        ? columnNamed(table, column, `columns.${field}`, say)
        : flagColumns(table, field, column, say);
    if (found !== undefined) columns.set(field, found);
  }
  for (const group of mappingFields[mapped.is].required) {
    if (!group.some((field) => Object.hasOwn(mapped.columns, field))) {
      say(
        'FIELD_NOT_MAPPED',
        'columns',
        Object.keys(mapped.columns).join(', '),
        `${group.map((field) => `“${field}”`).join(' or ')} must be named among its columns.`,
      );
    }
  }
  const { rows, ignored } = rowsWhere(table, mapped, say);
  return planTable(table, { is: mapped.is, columns, rows, ignored, ties: plainTies });
}

/** A column by its exact name, else by the only one that is the same in small letters. */
function columnNamed(table: Table, name: string, part: string, say: Say): number | undefined {
  const exact = table.head.indexOf(name.trim());
  if (exact >= 0 && name.trim() !== '') return exact;
  const lower = name.trim().toLowerCase();
  const alike = table.head.flatMap((head, index) => (head.toLowerCase() === lower ? [index] : []));
  if (alike.length === 1) return alike[0];
  say('COLUMN_NOT_FOUND', part, name, `it has no column “${name}”; its columns are ${quoted(table.head)}.`);
}

function flagColumns(
  table: Table,
  field: string,
  patterns: readonly string[],
  say: Say,
): FlagColumn[] | undefined {
  if (!listFields.has(field)) {
    say(
      'PATTERN_NOT_ACCEPTED',
      `columns.${field}`,
      patterns.join(', '),
      `“${field}” takes one column; a list of patterns is accepted for ${[...listFields].join(', ')}.`,
    );
    return undefined;
  }
  return patterns.flatMap((pattern) => {
    const star = pattern.indexOf('*');
    const before = star < 0 ? pattern : pattern.slice(0, star);
    const after = star < 0 ? '' : pattern.slice(star + 1);
    const found = table.head.flatMap((name, index) => {
      if (star < 0) return name === pattern ? [{ index, name, value: name }] : [];
      const fits =
        name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
      return fits ? [{ index, name, value: name.slice(before.length, name.length - after.length) }] : [];
    });
    if (found.length === 0)
      say(
        'COLUMN_NOT_FOUND',
        `columns.${field}`,
        pattern,
        `no column fits the pattern “${pattern}”; its columns are ${quoted(table.head)}.`,
      );
    return found;
  });
}

/** The rows whose cells are what the mapping asks for; the columns asked are consumed. */
function rowsWhere(table: Table, mapped: MappedTable, say: Say): { rows: number[]; ignored: Set<number> } {
  const wanted = Object.entries(mapped.where ?? {}).flatMap(([name, value]) => {
    const index = columnNamed(table, name, `where.${name}`, say);
    return index === undefined ? [] : [{ index, value: value.trim() }];
  });
  const rows = table.rows.flatMap((row, at) =>
    wanted.every(({ index, value }) => cellIs(row[index] ?? '', value)) ? [at] : [],
  );
  if (wanted.length > 0 && rows.length === 0) {
    table.problems.note(
      'NO_ROW_KEPT',
      {},
      `No row fits the mapping's where (${JSON.stringify(mapped.where)}); no ${mapped.is} were read from it.`,
    );
  }
  return { rows, ignored: new Set(wanted.map(({ index }) => index)) };
}

/** “” and “NA” ask for absent cells. */
function cellIs(cell: string, value: string): boolean {
  const text = cell.trim();
  return text === value || (isAbsent(value) && isAbsent(text));
}

function noteUnused(tables: readonly Table[], plans: readonly TablePlan[]): void {
  const used = new Set(plans.map((plan) => plan.table));
  for (const table of tables) {
    if (used.has(table)) continue;
    const { sheet } = table;
    table.problems.note(
      'TABLE_NOT_MAPPED',
      tablePlace(table),
      `The mapping does not name this ${sheet === undefined ? 'file' : 'sheet'}; it was left out.`,
    );
  }
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, 30).map((name) => `“${name.slice(0, 60)}”`);
  return names.length > 30 ? `${shown.join(', ')} and ${names.length - 30} more` : shown.join(', ');
}
