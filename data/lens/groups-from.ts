import { parse } from 'csv-parse/sync';
import type { Groups } from '#analysis/graph/graph.ts';
import { DataError } from '#data/errors.ts';
import type { NodeInfo } from '#data/lens/lensed-network.ts';

/** Names of the attributes by which the nodes can be grouped: sector, place and custom fields that some node has. */
export function groupableAttributes(nodes: readonly NodeInfo[]): string[] {
  const found = new Set<string>();
  for (const node of nodes) {
    if (node.sector !== undefined) found.add('sector');
    if (node.place !== undefined) found.add('place');
    for (const key of Object.keys(node.custom)) found.add(key);
  }
  return [...found];
}

/** A partition by an attribute; who does not have it is in no group. Groups in the order of first appearance. */
export function groupsByAttribute(nodes: readonly NodeInfo[], attribute: string): Groups {
  return numbered(nodes.map((node) => attributeOf(node, attribute)));
}

/**
 * A partition from a CSV file with a header: the first column an organization's id, the second its group.
 *
 * Errors   GROUPS_NOT_VALID: a line without both, an id that no node has, an id twice with two groups
 */
export function groupsFromFile(nodes: readonly NodeInfo[], text: string, file: string): Groups {
  const rows = readRows(text, file);
  const known = new Set(nodes.map(({ id }) => id));
  const groupOf = new Map<string, string>();
  for (const {
    record: [id = '', group = ''],
    info: { lines },
  } of rows.slice(1)) {
    if (id === '' || group === '') throw wrong(`${file}, line ${lines}: a row needs an id and a group.`);
    if (!known.has(id))
      throw wrong(`${file}, line ${lines}: no organization has the id ${JSON.stringify(id)}.`);
    if ((groupOf.get(id) ?? group) !== group) {
      throw wrong(
        `${file}, line ${lines}: ${JSON.stringify(id)} is in two groups, ${groupOf.get(id)} and ${group}.`,
      );
    }
    groupOf.set(id, group);
  }
  return numbered(nodes.map(({ id }) => groupOf.get(id)));
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readRows(text: string, file: string): readonly Row[] {
  try {
    return parse(text, {
      bom: true,
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

function attributeOf(node: NodeInfo, attribute: string): string | undefined {
  if (attribute === 'sector') return node.sector;
  if (attribute === 'place') return node.place;
  const value = Object.hasOwn(node.custom, attribute) ? node.custom[attribute] : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

function numbered(labels: readonly (string | undefined)[]): Groups {
  const numbers = new Map<string, number>();
  const of = Int32Array.from(labels, (label) => {
    if (label === undefined) return -1;
    if (!numbers.has(label)) numbers.set(label, numbers.size);
    return numbers.get(label) ?? -1;
  });
  return { of, count: numbers.size, names: [...numbers.keys()] };
}
