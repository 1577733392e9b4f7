import type { Kind } from '#data/model/define-record.ts';
import { readCursor, writeCursor } from '#data/store/cursor.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import { fieldShapes } from '#data/store/neo4j/field-shapes.ts';
import { graphPlan } from '#data/store/neo4j/graph-plan.ts';
import { kindsMatching } from '#data/store/neo4j/kinds-matching.ts';
import { searchedNames, searchedTexts } from '#data/store/neo4j/migrations.ts';
import { storedOf } from '#data/store/neo4j/pending-changes.ts';
import { type Found, ownersOf, placedOf, projections, type Row } from '#data/store/neo4j/read-records.ts';
import type { NetworkId, Page, Query, RecordBody } from '#data/store/port.ts';

/** Where a page begins: after this place. */
export type Place = readonly [created: number, position: number];

/** The filter that asks for records that name another one. */
const linksTo = 'linksTo';
export const beginning: Place = [-1, -1];

/**
 * A page of one kind: in the order of creation, or best match first where there is text. Relationships match by their
 * kind alone, and stay in their order.
 * Cost: O(limit) by index without a filter; a filter reads the kind. Errors: CURSOR_NOT_VALID
 */
export async function findRecords(ask: Ask, network: NetworkId, query: Query): Promise<Page> {
  if (query.text === undefined) return await listPage(ask, network, query, filterOf(query));
  if (query.kind !== 'relationship') return await textPage(ask, network, query);
  const { cypher, parameters, ...filter } = filterOf(query);
  const kinds = await kindsMatching(ask, network, query.text);
  return await listPage(ask, network, query, {
    ...filter,
    cypher: `${cypher} AND n.kind IN $kinds`,
    parameters: { ...parameters, kinds },
  });
}

async function listPage(ask: Ask, network: NetworkId, query: Query, filter: Filter): Promise<Page> {
  const found: Found[] = [];
  let after: Place = query.cursor === undefined ? beginning : readCursor(query.cursor);
  while (found.length <= query.limit) {
    const wanted = query.limit + 1 - found.length;
    // What only the record itself can tell is looked at here: such a filter reads more than it gives.
    const limit = filter.rest === null ? wanted : Math.max(wanted, 1_000);
    const rows = await readPlaces(ask, { network, kind: query.kind, after, limit, filter });
    const read = rows.map((row) => placedOf(query.kind, row));
    found.push(...read.filter(({ body }) => filter.rest?.(body) ?? true));
    const last = rows.at(-1);
    if (rows.length < limit || !last) break;
    after = placeOfRow(last);
  }
  const last = found[query.limit - 1];
  return {
    items: found.slice(0, query.limit).map((one) => storedOf(one, one.body)),
    next: found.length > query.limit && last ? writeCursor(last.created, last.position) : null,
  };
}

interface Places {
  readonly network: NetworkId;
  readonly kind: Kind;
  readonly after: Place;
  readonly limit: number;
  readonly filter?: Filter;
}

/** Records of a kind after a place, in the order of creation: first those of the same revision, then of later ones. */
export async function readPlaces(ask: Ask, { network, kind, after, limit, filter }: Places): Promise<Row[]> {
  const [created, position] = after;
  const rows: Row[] = [];
  const { label } = graphPlan[kind];
  const match =
    filter?.linksTo === undefined
      ? `MATCH (n:${label})`
      : `MATCH (t:Record {network: $network, id: $target}) ${ownersOf} WITH DISTINCT o AS n WHERE n:${label} MATCH (n)`;
  const parameters = { network, created, position, target: filter?.linksTo ?? '', ...filter?.parameters };
  // The index is over all three properties: it is used where each has its condition, and nothing is sorted where the
  // order is that of all three.
  for (const place of created < 0 ? [later] : [same, later]) {
    if (rows.length >= limit) break;
    const more = await ask<Row>(
      `${match} WHERE n.network = $network AND ${place} AND n:Record${filter?.cypher ?? ''}
       WITH n ORDER BY n.network, n.created, n.position LIMIT $limit RETURN ${projections[kind]}`,
      { ...parameters, limit: limit - rows.length },
    );
    rows.push(...more);
  }
  return rows;
}

/** Where the record of a row stands. */
export function placeOfRow([{ created, position }]: Row): Place {
  return [created as number, position as number];
}

const same = 'n.created = $created AND n.position > $position';
const later = 'n.created > $created AND n.position >= 0';

async function textPage(ask: Ask, network: NetworkId, query: Query): Promise<Page> {
  const [offset] = query.cursor === undefined ? [0] : readCursor(query.cursor);
  const match = matchExpression(query.text ?? '');
  if (match === '') return { items: [], next: null };
  const filter = filterOf(query);
  const { label } = graphPlan[query.kind];
  const named =
    filter.linksTo === undefined
      ? ''
      : `AND EXISTS { MATCH (t:Record {network: $network, id: $target}) ${ownersOf} WITH o WHERE o = n RETURN o }`;
  const rows = await ask<Row>(
    `CALL db.index.fulltext.queryNodes('weft_text', $match) YIELD node AS n, score
     WHERE n:${label} AND n:Record AND n.network = $network${filter.cypher} ${named}
     WITH n, score ORDER BY score DESC, n.created, n.position SKIP $offset LIMIT $limit
     RETURN ${projections[query.kind]}`,
    {
      ...{ network, match, target: filter.linksTo ?? '', ...filter.parameters },
      // What only the record itself can tell is looked at here, and pages are counted after it.
      offset: filter.rest === null ? offset : 0,
      limit: filter.rest === null ? query.limit + 1 : 10_000,
    },
  );
  const found = rows
    .map((row) => placedOf(query.kind, row))
    .filter(({ body }) => filter.rest?.(body) ?? true)
    .slice(filter.rest === null ? 0 : offset);
  return {
    items: found.slice(0, query.limit).map((one) => storedOf(one, one.body)),
    next: found.length > query.limit ? writeCursor(offset + query.limit, 0) : null,
  };
}

/**
 * Every word by itself, quoted and in small letters, so that none is an operator and one whose characters the index takes
 * as words (Chinese, Japanese) is found whole; names count most; the last may be a beginning.
 */
function matchExpression(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const anywhere = (word: string): string =>
    [
      ...searchedNames.map((field) => `${field}:${word}^10`),
      ...searchedTexts.map((field) => `${field}:${word}`),
    ].join(' ');
  return words
    .map((word, at) => {
      const begins = at === words.length - 1 ? ` ${anywhere(`${folded(word)}*`)}` : '';
      return `+(${anywhere(`"${word}"`)}${begins})`;
    })
    .join(' ');
}

/** Beginnings are compared as they stand, with words that the index has folded. */
function folded(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC');
}

interface Filter {
  /** Conditions on the node, each with a value that is a parameter. */
  readonly cypher: string;
  readonly parameters: Readonly<Record<string, string | readonly string[]>>;
  readonly linksTo: string | undefined;
  /** What is left for the record itself; null: nothing. */
  readonly rest: ((body: RecordBody) => boolean) | null;
}

/** Names of properties come from the schema of the kind alone. */
function filterOf({ kind, filter = {} }: Query): Filter {
  const parameters: Record<string, string> = {};
  const rest: [string, string][] = [];
  let cypher = '';
  for (const [field, value] of Object.entries(filter)) {
    if (field === linksTo) continue;
    const shape = fieldShapes[kind].get(field);
    const name = `filter${Object.keys(parameters).length}`;
    const isLink = graphPlan[kind].links.some((plan) => plan.field === field);
    if (!isLink && shape?.is === 'text') cypher += ` AND n.${field} = $${name}`;
    else if (!isLink && shape?.is === 'texts') cypher += ` AND $${name} IN n.${field}`;
    else {
      rest.push([field, value]);
      continue;
    }
    parameters[name] = value;
  }
  const matches = (body: RecordBody): boolean =>
    rest.every(([field, value]) => Object.hasOwn(body, field) && holds(body[field], value));
  return { cypher, parameters, linksTo: filter[linksTo], rest: rest.length === 0 ? null : matches };
}

/** Whether a value, or any within it, reads as the word. */
function holds(value: unknown, word: string): boolean {
  if (typeof value === 'object' && value !== null)
    return Object.values(value).some((inner) => holds(inner, word));
  return String(value) === word;
}
