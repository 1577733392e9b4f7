import type { Field } from '#viz/panels/edit/field.ts';

/** A record while it is edited: texts as they are typed, lists of texts one a line. */
export type Draft = Readonly<Record<string, unknown>>;

/** Something typed that cannot be sent, by the path of its field: "statements[0].strength". */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

/** A record's fields as a form has them; everything else of it stays in the draft untouched. */
export function toDraft(fields: readonly Field[], record: Readonly<Record<string, unknown>>): Draft {
  const filled = fields.map((field): [string, unknown] => [field.name, typed(field, record[field.name])]);
  return { ...record, ...Object.fromEntries(filled) };
}

function typed(field: Field, value: unknown): unknown {
  if (field.as === 'list') return listOf(value).map((item) => toDraft(field.fields, asObject(item)));
  if (field.as === 'group') return toDraft(field.fields, asObject(value));
  if (field.as === 'words') return listOf(value).join('\n');
  if (field.as === 'records') return listOf(value);
  if (field.as === 'flag') return value === true;
  if (field.as === 'number') return typeof value === 'number' ? String(value) : '';
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The record that a form holds: what is left empty is absent, texts are trimmed and in NFC.
 *
 * Output   the record, and what of it cannot be sent: a number that is none, a needed field that is empty
 */
export function toRecord(
  fields: readonly Field[],
  draft: Draft,
  path = '',
): { record: Record<string, unknown>; problems: readonly FieldProblem[] } {
  const record: Record<string, unknown> = { ...draft };
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const at = path === '' ? field.name : `${path}.${field.name}`;
    const value = sent(field, draft[field.name], at, problems);
    if (value === undefined) Reflect.deleteProperty(record, field.name);
    else record[field.name] = value;
    if (value === undefined && field.needed === true && !problems.some((one) => one.path === at))
      problems.push({ path: at, message: `${field.label} is needed.` });
  }
  return { record, problems };
}

function sent(field: Field, value: unknown, path: string, problems: FieldProblem[]): unknown {
  if (field.as === 'list') return listSent(field.fields, value, path, problems);
  if (field.as === 'group') {
    const inner = toRecord(field.fields, asObject(value), path);
    problems.push(...inner.problems);
    return Object.keys(inner.record).length === 0 ? undefined : inner.record;
  }
  if (field.as === 'words')
    return filled(
      clean(value)
        .split('\n')
        .map((line) => line.trim()),
    );
  if (field.as === 'records') return filled(listOf(value));
  if (field.as === 'flag') return value === true;
  if (field.as === 'number') return numberSent(field, clean(value), path, problems);
  return clean(value) || undefined;
}

/** A list without what is empty; undefined: nothing is left. */
function filled(list: readonly unknown[]): readonly unknown[] | undefined {
  const some = list.filter((item) => item !== '');
  return some.length === 0 ? undefined : some;
}

function listSent(
  fields: readonly Field[],
  value: unknown,
  path: string,
  problems: FieldProblem[],
): readonly unknown[] | undefined {
  const items = listOf(value);
  if (items.length === 0) return undefined;
  return items.map((item, at) => {
    const inner = toRecord(fields, asObject(item), `${path}[${at}]`);
    problems.push(...inner.problems);
    return inner.record;
  });
}

function numberSent(field: Field, text: string, path: string, problems: FieldProblem[]): number | undefined {
  if (text === '') return undefined;
  const value = Number(text.replace(',', '.'));
  if (Number.isFinite(value)) return value;
  problems.push({ path, message: `${field.label} is “${text}”; a number is accepted.` });
  return undefined;
}

function clean(value: unknown): string {
  return typeof value === 'string' ? value.trim().normalize('NFC') : '';
}

export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
