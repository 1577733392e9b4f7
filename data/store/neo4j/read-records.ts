import { type Kind, kinds } from '#data/model/define-record.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import { type ReadItem, type ReadLink, unflattenRecord } from '#data/store/neo4j/flatten-record.ts';
import { graphPlan, pattern } from '#data/store/neo4j/graph-plan.ts';
import { type Placed, type Present, storedOf } from '#data/store/neo4j/pending-changes.ts';
import type { ChangeSet, NetworkId, RecordBody, RecordId, Stored } from '#data/store/port.ts';
import { linksOf } from '#data/model/links-of.ts';

/** A record that is there. */
export type Found = Placed & { readonly body: RecordBody };

/** A record's node and what hangs on it, as the statements give it. */
export type Row = readonly [
  properties: Readonly<Record<string, unknown>>,
  links: readonly (readonly ReadLink[])[],
  items: readonly (readonly ReadItem[])[],
];

/** What a statement returns of a node n of a kind, as one column. */
export const projections = Object.fromEntries(kinds.map((kind) => [kind, projection(kind)])) as Readonly<
  Record<Kind, string>
>;

function projection(kind: Kind): string {
  const { links, items } = graphPlan[kind];
  const link = (of: string, plan: (typeof links)[number]): string =>
    `[${pattern(`(${of})`, plan, '(t)', 'r')} | ${plan.list ? '[t.id, properties(r)]' : '[t.id]'}]`;
  const item = (plan: (typeof items)[number]): string =>
    `[${pattern('(n)', plan, `(i:${plan.label})`)} | [properties(i), [${plan.links.map((own) => link('i', own)).join(', ')}]]]`;
  return `[properties(n), [${links.map((plan) => link('n', plan)).join(', ')}], [${items.map(item).join(', ')}]]`;
}

/** The record of a row. */
export function placedOf(kind: Kind, [properties, links, items]: Row): Found {
  const body = unflattenRecord(kind, properties, links, items);
  const { revision, created, position } = properties as {
    revision: number;
    created: number;
    position: number;
  };
  return { kind, id: body.id, revision, created, position, body };
}

/** Records that are there now, of any kind, in no particular order. Two statements, and one a kind that is met. */
export async function readPlaced(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, Found>> {
  const kindOf = await readKinds(ask, network, ids);
  const byKind = Map.groupBy(kindOf.keys(), (id) => kindOf.get(id) ?? 'network');
  const found = new Map<RecordId, Found>();
  for (const [kind, own] of byKind) {
    const rows = await ask<Row>(
      `UNWIND $ids AS id MATCH (n:Record {network: $network, id: id}) RETURN ${projections[kind]}`,
      { network, ids: own },
    );
    for (const row of rows) {
      const placed = placedOf(kind, row);
      found.set(placed.id, placed);
    }
  }
  return found;
}

const kindOfLabel = new Map(kinds.map((kind) => [graphPlan[kind].label, kind]));

/** The kinds of those that are there. */
export async function readKinds(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, Kind>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<[RecordId, string[]]>(
    'UNWIND $ids AS id MATCH (n:Record {network: $network, id: id}) RETURN [id, labels(n)]',
    { network, ids },
  );
  return new Map(
    rows.flatMap(([id, labels]) =>
      labels.flatMap((label) => kindOfLabel.get(label) ?? []).map((kind) => [id, kind] as const),
    ),
  );
}

/** Those that exist now, in the order asked for. */
export async function readStored(ask: Ask, network: NetworkId, ids: readonly RecordId[]): Promise<Stored[]> {
  const found = await readPlaced(ask, network, [...new Set(ids)]);
  return ids.flatMap((id) => {
    const placed = found.get(id);
    return placed ? [storedOf(placed, placed.body)] : [];
  });
}

interface Counter {
  readonly head: number;
  readonly done: readonly (readonly [string, number])[];
  readonly taken: readonly string[];
}

/** Everything that change sets touch. The network's lock is taken before, so that nobody changes it meanwhile. */
export async function readPresent(
  ask: Ask,
  network: NetworkId,
  sets: readonly ChangeSet[],
): Promise<Present> {
  const changes = sets.flatMap((set) => set.changes);
  const slugs = changes.flatMap(({ kind, after }) => (kind === 'network' && after ? [after.slug] : []));
  const [counter] = await ask<Counter>(
    `MATCH (n:Network {network: $network})
     RETURN {head: n.head,
       done: COLLECT { MATCH (c:Change {network: $network}) WHERE c.operation IN $operations RETURN [c.operation, c.revision] },
       taken: COLLECT { MATCH (o:Network) WHERE o.slug IN $slugs AND o.network <> $network RETURN o.slug }}`,
    { network, slugs, operations: sets.map(({ operation }) => operation) },
  );
  const { head = 0, done = [], taken = [] } = counter ?? {};
  const known = { head, operations: new Map(done), slugs: new Set(taken) };
  if (head === 0) return { ...known, records: new Map(), kinds: new Map(), namedBy: new Map() };
  const ids = [...new Set(changes.map(({ id }) => id))];
  const own = new Set(ids);
  const named = new Set(
    changes.flatMap(({ kind, after }) => (after ? linksOf(kind, after).map(({ target }) => target) : [])),
  );
  const there = await readPlaced(ask, network, ids);
  const records = new Map<RecordId, Placed>([...(await readRemoved(ask, network, ids)), ...there]);
  const others = await readKinds(
    ask,
    network,
    [...named].filter((id) => !own.has(id)),
  );
  const kindOf = new Map([...others, ...[...there.values()].map(({ id, kind }) => [id, kind] as const)]);
  const removed = changes.filter(({ after }) => after === null).map(({ id }) => id);
  return { ...known, records, kinds: kindOf, namedBy: await readOwners(ask, network, removed) };
}

async function readRemoved(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, Placed>> {
  const rows = await ask<Omit<Placed, 'body'>>(
    `UNWIND $ids AS id MATCH (n:Removed {network: $network, id: id})
     RETURN {kind: n.kind, id: id, revision: n.revision, created: n.created, position: n.position}`,
    { network, ids },
  );
  return new Map(rows.map((row) => [row.id, { ...row, body: null }]));
}

const plans = kinds
  .flatMap((kind) => [graphPlan[kind], ...graphPlan[kind].items])
  .flatMap(({ links }) => links);
const typesOf = (way: 'in' | 'out'): string =>
  [...new Set(plans.filter((plan) => plan.way === way).map(({ type }) => type))].join('|');

const [namedIn, namedOut] = [typesOf('in'), typesOf('out')];
/** From a record t to the records o that name it. */
export const ownersOf = `CALL (t) {
  MATCH (t)-[:${namedIn}]->(x) RETURN x
  UNION MATCH (t)<-[:${namedOut}]-(x) RETURN x
}
CALL (x) {
  WITH x WHERE x:Record RETURN x AS o
  UNION MATCH (x)-[:ABOUT]->(o:Record) RETURN o
  UNION MATCH (x)<-[:HAS_ITEM]-(o:Record) RETURN o
}`;

async function readOwners(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, RecordId[]>> {
  if (ids.length === 0) return new Map();
  const rows = await ask<[RecordId, RecordId[]]>(
    `UNWIND $ids AS id MATCH (t:Record {network: $network, id: id}) ${ownersOf}
     WITH id, collect(DISTINCT o.id) AS owners RETURN [id, owners]`,
    { network, ids },
  );
  return new Map(rows);
}
