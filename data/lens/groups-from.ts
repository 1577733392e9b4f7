import { parse } from 'csv-parse/sync';
import type { Groups } from '#analysis/graph/graph.ts';
import { DataError } from '#data/errors.ts';
import type { CustomValue, NodeInfo } from '#data/lens/lensed-network.ts';

/** Fields of a node that can be a partition, by the word of --groups; others are custom fields. */
const fields = ['sector', 'place', 'topic', 'practice', 'kind'] as const;

/**
 * The attributes by which the nodes can be grouped: those that some node has and none has twice, custom fields under
 * their own names. `kind` (organization or person) only where there are two.
 */
export function groupableAttributes(nodes: readonly NodeInfo[]): string[] {
  const found = new Map<string, boolean>();
  for (const node of nodes) {
    for (const name of [...fields, ...Object.keys(node.custom)]) {
      const count = valuesOf(node, name).length;
      if (count > 0) found.set(name, (found.get(name) ?? true) && count === 1);
    }
  }
  if (new Set(nodes.map(({ kind }) => kind)).size < 2) found.delete('kind');
  const order: string[] = [...fields, ...found.keys()];
  return [...new Set(order)].filter((name) => found.get(name) === true);
}

/**
 * A partition by an attribute: sector, place, topic, practice, kind or a custom field. Groups in the order in which
 * the nodes first show them; who does not have it is in none (−1).
 *
 * Errors   GROUPS_NOT_VALID: an organization has several values, or none has one (with what there is)
 */
export function groupsByAttribute(nodes: readonly NodeInfo[], attribute: string): Groups {
  const labels = nodes.map((node) => {
    const values = valuesOf(node, attribute);
    if (values.length < 2) return values[0];
    throw new DataError(
      'GROUPS_NOT_VALID',
      `${node.label} has ${values.length} values of “${attribute}” (${values.slice(0, 3).join(', ')}…): that is no partition.`,
      attributesThere(nodes),
    );
  });
  if (nodes.length > 0 && labels.every((label) => label === undefined) && attribute !== 'sector') {
    throw new DataError(
      'GROUPS_NOT_VALID',
      `No organization has the attribute “${attribute}”.`,
      attributesThere(nodes),
    );
  }
  return numbered(labels);
}

/**
 * A partition from a CSV file (comma, semicolon or tab) with a header: first column an organization's id, second its
 * group. Who does not stand in it is in no group (−1).
 *
 * Input    known: ids that the network has beyond the nodes (left out by the lens); their rows are passed over.
 * Errors   GROUPS_NOT_VALID with the line: a row without both cells, an unknown id, an id in two groups; or no row
 */
export function groupsFromFile(
  nodes: readonly NodeInfo[],
  text: string,
  file: string,
  known: ReadonlySet<string> = new Set(),
): Groups {
  const isNode = new Set(nodes.map(({ id }) => id));
  const groupOf = new Map<string, string>();
  const rows = readRows(text, file).slice(1);
  if (rows.length === 0) throw wrong(`${file} holds no row below its header.`);
  for (const { record, info } of rows) {
    const [id = '', group = ''] = record;
    const where = `${file}, line ${info.lines}`;
    if (id === '' || group === '') throw wrong(`${where}: a row needs an id and a group.`);
    if (!isNode.has(id) && !known.has(id)) throw wrong(`${where}: no organization has the id “${id}”.`);
    const before = groupOf.get(id) ?? group;
    if (before !== group) throw wrong(`${where}: “${id}” is in two groups, “${before}” and “${group}”.`);
    groupOf.set(id, group);
  }
  return numbered(nodes.map(({ id }) => groupOf.get(id)));
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readRows(text: string, file: string): readonly Row[] {
  const head = text.slice(0, /[\r\n]/u.exec(text)?.index);
  const delimiter = [',', ';', '\t'].find((one) => head.includes(one)) ?? ',';
  try {
    return parse(text.normalize('NFC'), {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Row[];
  } catch (error) {
    throw wrong(`${file} is not a table of ids and groups: ${(error as Error).message}.`);
  }
}

function wrong(detail: string): DataError {
  return new DataError('GROUPS_NOT_VALID', detail, 'A CSV file with a header: id, group.');
}

function attributesThere(nodes: readonly NodeInfo[]): string {
  const there = groupableAttributes(nodes);
  return there.length === 0 ? 'The nodes have no attribute to group by.' : `There is: ${there.join(', ')}.`;
}

function valuesOf(node: NodeInfo, attribute: string): readonly string[] {
  const own: CustomValue | undefined = Object.hasOwn(node.custom, attribute)
    ? node.custom[attribute]
    : undefined;
  switch (attribute) {
    case 'sector':
      return texts(node.sector ?? own);
    case 'place':
      return texts(node.place ?? own);
    case 'practice':
      return texts(node.practice ?? own);
    case 'kind':
      return texts(own ?? node.kind);
    case 'topic':
      return node.topics.length > 0 ? node.topics : texts(own);
    default:
      return texts(own);
  }
}

function texts(value: CustomValue | undefined): readonly string[] {
  if (value === undefined || value === '') return [];
  return typeof value === 'object' ? value : [String(value)];
}

function numbered(labels: readonly (string | undefined)[]): Groups {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(labels, (label) => {
    if (label === undefined) return -1;
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
  return { of, count: numbers.size, names: [...numbers.keys()] };
}
