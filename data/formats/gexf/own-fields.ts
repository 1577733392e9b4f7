import type { AttributeType } from '#data/formats/plain-graph/attribute-of-text.ts';
import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';

/** The creator that Weft writes into its files, by which it knows them again. */
export const creator = 'Weft';

/** The attribute that says which kind of record a node or edge is. */
export const recordField = 'field:record';
/** The record's own id, where the node had to be given another. */
export const idField = 'field:id';

/** Fields of records that a node or edge holds as attributes: path in the record → type. */
export const nodeFields: Readonly<Record<string, AttributeType>> = {
  sector: 'text',
  kind: 'text',
  status: 'text',
  topics: 'list',
  aliases: 'list',
  description: 'text',
  website: 'text',
  practice: 'text',
  size: 'number',
  'place.name': 'text',
  'place.lat': 'number',
  'place.lon': 'number',
  'amount.value': 'number',
  'amount.currency': 'text',
  since: 'text',
  until: 'text',
};
export const edgeFields: Readonly<Record<string, AttributeType>> = { since: 'text', until: 'text' };

/** What stands at a path ("place.lat") of a record. */
export function fieldAt(record: object, path: string): AttributeValue | undefined {
  let value: unknown = record;
  for (const step of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value as AttributeValue | undefined;
}

/** Puts a value at a path of a record, making the objects on the way. */
export function setFieldAt(record: Record<string, unknown>, path: string, value: AttributeValue): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) {
    record[first] = value;
    return;
  }
  const inner = (record[first] ??= {}) as Record<string, unknown>;
  inner[second] = value;
}

export function typeOfValue(value: AttributeValue): AttributeType {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}
