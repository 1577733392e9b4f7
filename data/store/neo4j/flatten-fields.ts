import type { FieldShapes } from '#data/store/neo4j/field-shapes.ts';

/** What a property of Neo4j may hold. */
export type Property = string | number | boolean | readonly string[];
export type Properties = Record<string, Property>;
export type Fields = Readonly<Record<string, unknown>>;

/** Fields whose parts are named by a path of their own: `custom.<key>`, `vocabulary.<name>`, `lens.<path>`. */
const prefixes: Readonly<Record<string, string>> = {
  custom: 'custom.',
  vocabularies: 'vocabulary.',
  defaultLens: 'lens.',
};
/** Of the lens's parts, the one whose names are anybody's words, dots and all. */
const wordKeyed = 'halfLife.';
/** The part of an object that stands under the object's own name: place is its name, amount its value. */
const mainParts = new Set(['name', 'value']);

/**
 * A record's fields as properties: parts of an object as `place_lat`, lists of rows as lists side by side
 * (`external_source`, `external_id`), and no JSON. What Neo4j cannot hold, an object or list of rows with nothing in it
 * and a null, is named in `emptyFields` and `nullFields`.
 */
export function flattenFields(fields: Fields): Properties {
  const properties: Properties = {};
  const emptyFields: string[] = [];
  const nullFields: string[] = [];
  const put: Put = (name, path, value) => {
    if (value === undefined) return;
    if (value === null) nullFields.push(path);
    else set(properties, name, value);
  };
  for (const [field, value] of Object.entries(fields)) {
    const prefix = Object.hasOwn(prefixes, field) ? prefixes[field] : undefined;
    if (typeof value !== 'object' || value === null) put(field, field, value);
    else if (isEmpty(value)) emptyFields.push(field);
    else if (prefix !== undefined) flattenTree(prefix, value, { put, emptyFields });
    else if (isRows(value)) flattenRows(field, value, put);
    else if (Array.isArray(value)) put(field, field, value);
    else flattenParts(field, value, put);
  }
  if (emptyFields.length > 0) properties.emptyFields = emptyFields;
  if (nullFields.length > 0) properties.nullFields = nullFields;
  return properties;
}

type Put = (name: string, path: string, value: unknown) => void;

function flattenRows(field: string, rows: readonly Record<string, unknown>[], put: Put): void {
  for (const part of Object.keys(rows[0] ?? {})) {
    const column = rows.map((row) => row[part]);
    put(`${field}_${part}`, '', column);
  }
}

function flattenParts(field: string, parts: object, put: Put): void {
  for (const [part, value] of Object.entries(parts)) put(partName(field, part), `${field}.${part}`, value);
}

interface Sink {
  readonly put: Put;
  readonly emptyFields: string[];
}

function flattenTree(path: string, tree: object, sink: Sink): void {
  for (const [name, value] of Object.entries(tree) as [string, unknown][]) {
    const here = `${path}${name}`;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) sink.put(here, here, value);
    else if (Object.keys(value).length === 0) sink.emptyFields.push(here);
    else flattenTree(`${here}.`, value, sink);
  }
}

/** The fields that properties stand for; what the shapes do not know is passed over. */
export function unflattenFields(
  shapes: FieldShapes,
  properties: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [field, shape] of shapes) {
    const own = properties[field];
    if (shape.is === 'object') {
      const parts = [...shape.fields.keys()].map(
        (part) => [part, properties[partName(field, part)]] as const,
      );
      const there = parts.filter(([, value]) => value !== undefined);
      if (there.length > 0) fields[field] = Object.fromEntries(there);
    } else if (shape.is === 'rows') {
      const columns = [...shape.fields.keys()].map((part) => [part, properties[`${field}_${part}`]] as const);
      const rows = rowsOf(columns);
      if (rows.length > 0) fields[field] = rows;
    } else if (own !== undefined) fields[field] = own;
  }
  unflattenTrees(shapes, properties, fields);
  return fields;
}

function unflattenTrees(
  shapes: FieldShapes,
  properties: Readonly<Record<string, unknown>>,
  fields: Record<string, unknown>,
): void {
  for (const [field, prefix] of Object.entries(prefixes)) {
    if (!shapes.has(field)) continue;
    for (const name of Object.keys(properties)) {
      if (name.startsWith(prefix))
        setAt(fields, [field, ...pathOf(field, name.slice(prefix.length))], properties[name]);
    }
  }
  setMarks(shapes, properties, fields);
}

/** Nulls, and what is there and holds nothing. */
function setMarks(
  shapes: FieldShapes,
  properties: Readonly<Record<string, unknown>>,
  fields: Record<string, unknown>,
): void {
  for (const path of (properties.nullFields ?? []) as string[]) setAt(fields, fullPath(path), null);
  for (const path of (properties.emptyFields ?? []) as string[]) {
    const full = fullPath(path);
    const is = full.length === 1 ? shapes.get(path)?.is : undefined;
    setAt(fields, full, is === 'rows' || is === 'texts' ? [] : {});
  }
}

/** "lens.include.gatherings" → defaultLens, include, gatherings. */
function fullPath(path: string): string[] {
  for (const [field, prefix] of Object.entries(prefixes)) {
    if (path.startsWith(prefix)) return [field, ...pathOf(field, path.slice(prefix.length))];
  }
  return path.split('.');
}

function pathOf(field: string, path: string): string[] {
  if (field !== 'defaultLens') return [path];
  if (path.startsWith(wordKeyed)) return [wordKeyed.slice(0, -1), path.slice(wordKeyed.length)];
  return path.split('.');
}

function setAt(into: Record<string, unknown>, [step = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    set(into, step, value);
    return;
  }
  if (!Object.hasOwn(into, step)) set(into, step, {});
  setAt(into[step] as Record<string, unknown>, rest, value);
}

/** A plain assignment to a field that is called __proto__ would be lost. */
function set(into: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(into, name, { value, enumerable: true, configurable: true, writable: true });
  else into[name] = value;
}

function partName(field: string, part: string): string {
  return mainParts.has(part) ? field : `${field}_${part}`;
}

function rowsOf(columns: readonly (readonly [string, unknown])[]): Record<string, unknown>[] {
  const first = columns.find(([, list]) => Array.isArray(list))?.[1] as readonly unknown[] | undefined;
  return (first ?? []).map((_, at) =>
    Object.fromEntries(
      columns.flatMap(([part, list]) => (Array.isArray(list) ? [[part, list[at] as unknown]] : [])),
    ),
  );
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

function isRows(value: object): value is Record<string, unknown>[] {
  return Array.isArray(value) && typeof value[0] === 'object';
}
