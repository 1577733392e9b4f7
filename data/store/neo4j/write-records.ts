import type { Kind } from '#data/model/define-record.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import type { Property } from '#data/store/neo4j/flatten-fields.ts';
import { flattenRecord } from '#data/store/neo4j/flatten-record.ts';
import { graphPlan, labelsOf, pattern } from '#data/store/neo4j/graph-plan.ts';
import type { Placed, Present } from '#data/store/neo4j/pending-changes.ts';
import { nodeProperties, type PlacedRecord } from '#data/store/neo4j/placed-record.ts';
import { writeLinks, writeTies } from '#data/store/neo4j/write-links.ts';
import { inBatches, writeRows } from '#data/store/neo4j/write-rows.ts';
import type { NetworkId } from '#data/store/port.ts';

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
  const written: [Kind, PlacedRecord[]][] = [];
  for (const [kind, placed] of Map.groupBy(all, (one) => one.kind)) {
    const flat = placed.flatMap((one) =>
      one.body ? [{ placed: { ...one, body: one.body }, flat: flattenRecord(kind, one.body) }] : [],
    );
    await writeNodes(ask, network, kind, flat, records);
    written.push([kind, flat]);
  }
  for (const [kind, flat] of written) {
    const [ties, others] = split(flat, ({ placed }) => kind === 'relationship' && !records.has(placed.id));
    await writeTies(ask, network, ties);
    await writeLinks(ask, network, kind, others);
  }
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
  flat: readonly PlacedRecord[],
  records: Present['records'],
): Promise<void> {
  const [known, fresh] = split(flat, ({ placed }) => records.has(placed.id));
  const [there, back] = split(known, ({ placed }) => {
    const present = records.get(placed.id);
    return present?.kind === kind && present.body !== null;
  });
  const write = async (some: readonly PlacedRecord[], find: string): Promise<void> => {
    const rows = some.map((one) => ({
      id: one.placed.id,
      properties: nodeProperties(network, one),
    }));
    await writeRows(ask, network, find, rows);
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
  // New ties are made with their ends, which are looked for once.
  if (kind !== 'relationship') await write(fresh, `CREATE (n${labels}) SET n = row.properties`);
  await write(there, 'MATCH (n:Record {network: $network, id: row.id}) SET n = row.properties');
  await write(
    back,
    `MATCH (n:Removed {network: $network, id: row.id}) REMOVE n:Removed SET n${labels}, n = row.properties`,
  );
}
