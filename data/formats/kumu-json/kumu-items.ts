import type { InputPlace, InputProblems } from '#data/formats/input-problems.ts';
import type { AttributeValue, PlainNode, PlainTie } from '#data/formats/plain-graph/plain-graph.ts';

export type KumuItem = Readonly<Record<string, unknown>>;

/** An element as a node. Its id is _id or id, else its label; type and tags become sector and topics. */
export function kumuNode(item: KumuItem, path: string): PlainNode {
  const fields = fieldsOf(item);
  const label = take(fields, 'label');
  const id = wordOf(item['_id'] ?? item['id']) ?? label ?? '';
  return {
    id,
    label,
    attributes: attributesOf(fields, ['_id', 'id']),
    place: { record: path },
  };
}

/**
 * A connection as ties, one for each of its targets (a list, or texts joined by |). Its kind is its type; without
 * a direction it is undirected, with a note. A reversed one runs the other way.
 */
export function kumuTie(
  item: KumuItem,
  path: string,
  find: (word: string, path: string) => string,
  problems: InputProblems,
): PlainTie[] {
  const fields = fieldsOf(item);
  const id = wordOf(item['_id'] ?? item['id']);
  const place: InputPlace = { record: path };
  const kind = take(fields, 'connection type') ?? take(fields, 'type');
  const strength = takeStrength(fields);
  const direction = directionOf(take(fields, 'direction'), place, problems);
  const from = find(wordOf(item['from']) ?? '', `${path}.from`);
  const reversed = item['reversed'] === true && direction === 'directed';
  const attributes = attributesOf(fields, ['_id', 'id', 'from', 'to', 'reversed', 'delayed']);
  if (item['delayed'] === true) attributes.set('delayed', true);
  return targetsOf(item['to']).map((word, at) => {
    const to = find(word, `${path}.to`);
    return {
      id: at > 0 ? undefined : id,
      from: reversed ? to : from,
      to: reversed ? from : to,
      kind,
      direction,
      strength,
      attributes,
      place,
    };
  });
}

/** The fields of both dialects: those of “attributes” and those beside it. */
function fieldsOf(item: KumuItem): Map<string, unknown> {
  const { attributes, ...beside } = item;
  const inner =
    typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes) ? attributes : {};
  return new Map<string, unknown>([...Object.entries(beside), ...Object.entries(inner)]);
}

function take(fields: Map<string, unknown>, name: string): string | undefined {
  for (const [key, value] of fields) {
    if (key.trim().toLowerCase() !== name || typeof value !== 'string') continue;
    fields.delete(key);
    return value.trim() === '' ? undefined : value;
  }
  return undefined;
}

function takeStrength(fields: Map<string, unknown>): string | number | undefined {
  for (const [key, value] of fields) {
    if (key.trim().toLowerCase() !== 'strength' || (typeof value !== 'string' && typeof value !== 'number'))
      continue;
    fields.delete(key);
    return value;
  }
  return undefined;
}

function directionOf(
  word: string | undefined,
  place: InputPlace,
  problems: InputProblems,
): PlainTie['direction'] {
  const direction = word?.trim().toLowerCase();
  if (direction === undefined) {
    problems.count('DIRECTION_MISSING', 'direction', place, (count) => {
      return `${count} ${count === 1 ? 'connection has' : 'connections have'} no direction; taken as undirected.`;
    });
    return 'undirected';
  }
  if (direction === 'directed' || direction === 'undirected' || direction === 'mutual') return direction;
  problems.row(
    'DIRECTION_NOT_VALID',
    place,
    `A connection has the direction “${word ?? ''}”; directed, undirected and mutual are accepted.`,
    word,
  );
  return 'undirected';
}

function attributesOf(
  fields: ReadonlyMap<string, unknown>,
  without: readonly string[],
): Map<string, AttributeValue> {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, value] of fields) {
    if (without.includes(name) || value === null) continue;
    attributes.set(name, attributeOf(value, name));
  }
  return attributes;
}

function attributeOf(value: unknown, name: string): AttributeValue {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') {
    // Kumu writes several values of one cell with bars between them.
    return name.trim().toLowerCase() === 'tags' || value.includes('|') ? splitBars(value) : value;
  }
  if (Array.isArray(value)) return value.map((item: unknown) => wordOf(item) ?? JSON.stringify(item));
  return JSON.stringify(value);
}

function splitBars(text: string): string[] {
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function targetsOf(to: unknown): string[] {
  if (Array.isArray(to)) return to.map((item: unknown) => wordOf(item) ?? '');
  const word = wordOf(to) ?? '';
  return word.includes('|') ? splitBars(word) : [word];
}

function wordOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
