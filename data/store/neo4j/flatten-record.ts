import type { Kind } from '#data/model/define-record.ts';
import { fieldShapes, type FieldShapes } from '#data/store/neo4j/field-shapes.ts';
import {
  type Fields,
  flattenFields,
  type Properties,
  unflattenFields,
} from '#data/store/neo4j/flatten-fields.ts';
import { graphPlan, type ItemPlan, type LinkPlan } from '#data/store/neo4j/graph-plan.ts';
import type { RecordBody } from '#data/store/port.ts';

/** A relationship to be: its place in the field's list, and what else the row says. */
export interface FlatLink {
  readonly target: string;
  readonly properties: Properties;
}

export interface FlatItem {
  readonly properties: Properties;
  /** In the order of the plan's links. */
  readonly links: readonly (readonly FlatLink[])[];
}

/** A record as its node, and what hangs on it, in the order of the plan. */
export interface FlatRecord {
  readonly properties: Properties;
  readonly links: readonly (readonly FlatLink[])[];
  readonly items: readonly (readonly FlatItem[])[];
}

/** A record as nodes and relationships. Its id is a property like the others. Cost O(size of the record). */
export function flattenRecord(kind: Kind, body: RecordBody): FlatRecord {
  const { links, items } = graphPlan[kind];
  return {
    properties: flattenFields(without(body, [...links, ...items])),
    links: links.map((plan) => linksAt(plan, body)),
    items: items.map((plan) =>
      rowsAt(body, plan.field).map((row, position) => flattenItem(plan, row, position)),
    ),
  };
}

function flattenItem({ links }: ItemPlan, row: Fields, position: number): FlatItem {
  return {
    properties: { ...flattenFields(without(row, links)), position },
    links: links.map((plan) => linksAt(plan, row)),
  };
}

/** Empty lists stay: they are named among the empty fields. */
function without(fields: Fields, plans: readonly { readonly field: string }[]): Fields {
  const hanging = new Set(plans.map(({ field }) => field));
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => !hanging.has(field) || (Array.isArray(value) && value.length === 0),
    ),
  );
}

function linksAt({ field, target, list, derived }: LinkPlan, fields: Fields): FlatLink[] {
  if (!list) {
    const id = fields[field];
    return typeof id === 'string' ? [{ target: id, properties: {} }] : [];
  }
  if (target === undefined) {
    const ids = (fields[field] ?? []) as readonly string[];
    return ids.map((id, position) => ({ target: id, properties: { position } }));
  }
  return rowsAt(fields, field).flatMap((row, position) => {
    const id = row[target];
    if (typeof id !== 'string') return [];
    const said = derived
      ? {}
      : flattenFields(Object.fromEntries(Object.entries(row).filter(([name]) => name !== target)));
    return [{ target: id, properties: { ...said, position } }];
  });
}

function rowsAt(fields: Fields, field: string): readonly Fields[] {
  return (fields[field] ?? []) as readonly Fields[];
}

/** A node as it is read: its properties, and what hangs on it, each list in any order. */
export type ReadLink = readonly [target: string, properties?: Readonly<Record<string, unknown>>];
export type ReadItem = readonly [
  properties: Readonly<Record<string, unknown>>,
  links: readonly (readonly ReadLink[])[],
];

/** The record that nodes and relationships stand for. */
export function unflattenRecord(
  kind: Kind,
  properties: Readonly<Record<string, unknown>>,
  links: readonly (readonly ReadLink[])[],
  items: readonly (readonly ReadItem[])[],
): RecordBody {
  const plan = graphPlan[kind];
  const shapes = fieldShapes[kind];
  const fields = unflattenFields(shapes, properties);
  for (const [at, link] of readable(plan.links)) setLinks(fields, link, links[at] ?? [], shapes);
  for (const [at, item] of plan.items.entries()) {
    const rows = items[at] ?? [];
    if (rows.length > 0)
      fields[item.field] = byPosition(rows, ([own]) => own).map((row) => itemRow(item, shapes, row));
  }
  return fields as RecordBody;
}

function itemRow(
  plan: ItemPlan,
  shapes: FieldShapes,
  [properties, links]: ReadItem,
): Record<string, unknown> {
  const inner = rowShapes(shapes, plan.field);
  const row = unflattenFields(inner, properties);
  for (const [at, link] of readable(plan.links)) setLinks(row, link, links[at] ?? [], inner);
  return row;
}

function setLinks(
  fields: Record<string, unknown>,
  plan: LinkPlan,
  links: readonly ReadLink[],
  shapes: FieldShapes,
): void {
  const { field, target, list } = plan;
  if (links.length === 0) return;
  if (!list) fields[field] = links[0]?.[0];
  else {
    const inner = target === undefined ? null : rowShapes(shapes, field);
    fields[field] = byPosition(links, ([, own = {}]) => own).map(([id, own = {}]) =>
      inner && target !== undefined ? { [target]: id, ...unflattenFields(inner, own) } : id,
    );
  }
}

function rowShapes(shapes: FieldShapes, field: string): FieldShapes {
  const shape = shapes.get(field);
  return shape?.is === 'rows' ? shape.fields : new Map();
}

function readable(links: readonly LinkPlan[]): [number, LinkPlan][] {
  return [...links.entries()].filter(([, { derived }]) => !derived);
}

function byPosition<Row>(
  rows: readonly Row[],
  own: (row: Row) => Readonly<Record<string, unknown>>,
): readonly Row[] {
  return rows.length < 2 ? rows : rows.toSorted((a, b) => Number(own(a).position) - Number(own(b).position));
}
