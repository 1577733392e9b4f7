import type { Kind } from '#data/model/define-record.ts';
import type { Relationship } from '#data/model/relationship.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import type { Property } from '#data/store/neo4j/flatten-fields.ts';
import { type FlatRecord, flattenRecord } from '#data/store/neo4j/flatten-record.ts';
import { graphPlan, type ItemPlan, labelsOf, type LinkPlan, pattern } from '#data/store/neo4j/graph-plan.ts';
import type { Placed, Present } from '#data/store/neo4j/pending-changes.ts';
import { relatesTo } from '#data/store/neo4j/relates-to.ts';
import type { NetworkId, RecordBody } from '#data/store/port.ts';

/** Rows of one statement. */
const batch = 5_000;

interface Flat {
  readonly placed: Placed & { readonly body: RecordBody };
  readonly flat: FlatRecord;
}

/** Brings the graph from what is present to what is pending: whole kinds by statements over lists, nodes before relationships. */
export async function writeRecords(
  ask: Ask,
  network: NetworkId,
  { records }: Present,
  after: Iterable<Placed>,
): Promise<void> {
  const all = [...after];
  for (const [kind, placed] of Map.groupBy(all, (one) => records.get(one.id)?.kind ?? one.kind)) {
    const there = placed.filter(({ id }) => records.get(id)?.body);
    await clear(ask, network, kind, there);
    // One that was removed and made again as another kind within one writing changes its labels on the way.
    const gone = there.filter((one) => one.body === null || one.kind !== kind);
    await remove(ask, network, kind, gone);
    // What was made and removed again within one writing leaves its place behind, as everything does that was there.
    const passing = placed.filter(({ id, body }) => body === null && !records.has(id));
    await leavePlace(ask, network, kind, passing);
  }
  const written: [Kind, Flat[]][] = [];
  for (const [kind, placed] of Map.groupBy(all, (one) => one.kind)) {
    const flat = placed.flatMap((one) =>
      one.body ? [{ placed: { ...one, body: one.body }, flat: flattenRecord(kind, one.body) }] : [],
    );
    await writeNodes(ask, network, kind, flat, records);
    written.push([kind, flat]);
  }
  for (const [kind, flat] of written) await writeHanging(ask, network, kind, flat);
}

function split<Value>(values: readonly Value[], take: (value: Value) => boolean): [Value[], Value[]] {
  return [values.filter(take), values.filter((value) => !take(value))];
}

/** Takes off what hangs on records: it is written anew, or is gone. */
async function clear(ask: Ask, network: NetworkId, kind: Kind, placed: readonly Placed[]): Promise<void> {
  const { links, items } = graphPlan[kind];
  const ids = placed.map(({ id }) => id);
  const each = async (statement: string): Promise<void> => {
    await inBatches(ids, (part) =>
      ask(`UNWIND $ids AS id MATCH (n:Record {network: $network, id: id}) ${statement} RETURN 0 LIMIT 0`, {
        network,
        ids: part,
      }),
    );
  };
  if (kind === 'relationship')
    await each('MATCH (n)-[:FROM]->(a) MATCH (n)-[:TO]->(b) MATCH (a)-[r:RELATES_TO {id: id}]->(b) DELETE r');
  for (const plan of links) await each(`MATCH ${pattern('(n)', plan, '()', 'r')} DELETE r`);
  for (const plan of items) await each(`MATCH ${pattern('(n)', plan, `(i:${plan.label})`)} DETACH DELETE i`);
}

/** A removed record leaves its id and its place, for undo, and nothing that it said. */
async function remove(ask: Ask, network: NetworkId, kind: Kind, gone: readonly Placed[]): Promise<void> {
  const kept = kind === 'network' ? '' : labelsOf(kind);
  await inBatches(gone.map(placeOf), (rows) =>
    ask(
      `UNWIND $rows AS row MATCH (n:Record {network: $network, id: row.id})
       SET n = ${kind === 'network' ? '{head: n.head, openedAt: n.openedAt}' : '{}'}, n += row, n.network = $network, n:Removed
       REMOVE n${kept === '' ? ':Record' : kept} RETURN 0 LIMIT 0`,
      { network, rows },
    ),
  );
}

async function leavePlace(
  ask: Ask,
  network: NetworkId,
  kind: Kind,
  passing: readonly Placed[],
): Promise<void> {
  const node =
    kind === 'network'
      ? 'MATCH (n:Network {network: $network}) SET n:Removed,'
      : 'CREATE (n:Removed {network: $network}) SET';
  await inBatches(passing.map(placeOf), (rows) =>
    ask(`UNWIND $rows AS row ${node} n += row RETURN 0 LIMIT 0`, { network, rows }),
  );
}

function placeOf({ kind, id, revision, created, position }: Placed): Record<string, Property> {
  return { kind, id, revision, created, position };
}

async function writeNodes(
  ask: Ask,
  network: NetworkId,
  kind: Kind,
  flat: readonly Flat[],
  records: Present['records'],
): Promise<void> {
  const [known, fresh] = split(flat, ({ placed }) => records.has(placed.id));
  const [there, back] = split(known, ({ placed }) => {
    const present = records.get(placed.id);
    return present?.kind === kind && present.body !== null;
  });
  const write = async (some: readonly Flat[], find: string): Promise<void> => {
    const rows = some.map(({ placed, flat: { properties } }) => ({
      id: placed.id,
      properties: {
        ...properties,
        network,
        revision: placed.revision,
        created: placed.created,
        position: placed.position,
      },
    }));
    await inBatches(rows, (part) =>
      ask(`UNWIND $rows AS row ${find} RETURN 0 LIMIT 0`, { network, rows: part }),
    );
  };
  const labels = labelsOf(kind);
  if (kind === 'network') {
    // The counter is there from the network's first change set on; its record comes and goes.
    const counter =
      'MATCH (n:Network {network: $network}) WITH n, row, n.head AS head, n.openedAt AS openedAt';
    await write(
      flat,
      `${counter} SET n = row.properties, n.head = head, n.openedAt = openedAt, n:Record REMOVE n:Removed`,
    );
    return;
  }
  await write(fresh, `CREATE (n${labels}) SET n = row.properties`);
  await write(there, 'MATCH (n:Record {network: $network, id: row.id}) SET n = row.properties');
  await write(
    back,
    `MATCH (n:Removed {network: $network, id: row.id}) REMOVE n:Removed SET n${labels}, n = row.properties`,
  );
}

async function writeHanging(ask: Ask, network: NetworkId, kind: Kind, flat: readonly Flat[]): Promise<void> {
  const { links, items } = graphPlan[kind];
  const owner = 'MATCH (n:Record {network: $network, id: row.owner})';
  const target = 'MATCH (t:Record {network: $network, id: row.target})';
  const write = async (statement: string, rows: readonly object[]): Promise<void> => {
    await inBatches(rows, (part) =>
      ask(`UNWIND $rows AS row ${statement} RETURN 0 LIMIT 0`, { network, rows: part }),
    );
  };
  for (const [at, plan] of links.entries()) {
    const rows = flat.flatMap(({ placed, flat: record }) =>
      (record.links[at] ?? []).map((link) => ({ owner: placed.id, ...link })),
    );
    await write(`${owner} ${target} CREATE ${pattern('(n)', plan, '(t)', 'r')} SET r = row.properties`, rows);
  }
  for (const [at, plan] of items.entries()) {
    const rows = flat.flatMap(({ placed, flat: record }) =>
      (record.items[at] ?? []).map(({ properties, links: own }) => ({
        owner: placed.id,
        properties: { ...properties, network },
        links: own,
      })),
    );
    await write(
      `${owner} CREATE ${pattern('(n)', plan, `(i:${plan.label})`)} SET i = row.properties${itemLinks(plan)}`,
      rows,
    );
  }
  if (kind === 'relationship') {
    const rows = flat.flatMap(({ placed }) => relatesTo(placed.body as unknown as Relationship) ?? []);
    await write(
      `${owner.replace('owner', 'from')} ${target.replace('target', 'to')} CREATE (n)-[r:RELATES_TO]->(t) SET r = row.properties`,
      rows,
    );
  }
}

function itemLinks({ links }: ItemPlan): string {
  return links
    .map(
      (plan: LinkPlan, at) => ` WITH i, row CALL (i, row) {
        UNWIND row.links[${at}] AS link MATCH (t:Record {network: $network, id: link.target})
        CREATE ${pattern('(i)', plan, '(t)', 'r')} SET r = link.properties }`,
    )
    .join('');
}

async function inBatches<Value>(
  values: readonly Value[],
  each: (part: Value[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < values.length; at += batch) await each(values.slice(at, at + batch));
}
