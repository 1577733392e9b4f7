import type { Kind } from '#data/model/define-record.ts';
import type { Relationship } from '#data/model/relationship.ts';
import type { Ask } from '#data/store/neo4j/connection.ts';
import type { FlatLink } from '#data/store/neo4j/flatten-record.ts';
import { graphPlan, type ItemPlan, labelsOf, type LinkPlan, pattern } from '#data/store/neo4j/graph-plan.ts';
import { nodeProperties, type PlacedRecord } from '#data/store/neo4j/placed-record.ts';
import { relatesTo } from '#data/store/neo4j/relates-to.ts';
import { inBatches, writeRows } from '#data/store/neo4j/write-rows.ts';
import type { NetworkId, RecordId } from '#data/store/port.ts';

/** Where Neo4j keeps the nodes of records. */
type Nodes = ReadonlyMap<RecordId, string>;

/** The Cypher of a row's record and of what it names. */
const owner = 'MATCH (n) WHERE elementId(n) = row.owner';
const target = 'MATCH (t) WHERE elementId(t) = row.target';

/** Writes what hangs on records of one kind: relationships to the records that they name, and items. All named nodes are there. */
export async function writeLinks(
  ask: Ask,
  network: NetworkId,
  kind: Kind,
  written: readonly PlacedRecord[],
): Promise<void> {
  const nodes = await readNodes(ask, network, written.flatMap(namedIn));
  for (const [at, plan] of graphPlan[kind].links.entries()) {
    const rows = written.flatMap(({ placed, flat }) =>
      (flat.links[at] ?? []).map((link) => ({ owner: nodes.get(placed.id), ...atNode(link, nodes) })),
    );
    const create = `CREATE ${pattern('(n)', plan, '(t)', 'r')} SET r = row.properties`;
    await writeRows(ask, network, `${owner} ${target} ${create}`, rows);
  }
  await writeItems(ask, network, kind, written, nodes);
  if (kind !== 'relationship') return;
  const rows = written.flatMap(({ placed }) => {
    const tie = relatesTo(placed.body as unknown as Relationship);
    return tie ? [{ owner: nodes.get(tie.from), target: nodes.get(tie.to), properties: tie.properties }] : [];
  });
  const create = 'CREATE (n)-[r:RELATES_TO]->(t) SET r = row.properties';
  await writeRows(ask, network, `${owner} ${target} ${create}`, rows);
}

/** New relationships: the node, both ends and the tie between them in one go, then their statements. */
export async function writeTies(
  ask: Ask,
  network: NetworkId,
  written: readonly PlacedRecord[],
): Promise<void> {
  const bodies = written.map(({ placed }) => placed.body as unknown as Relationship);
  const ends = await readNodes(
    ask,
    network,
    bodies.flatMap(({ from, to }) => [from, to]),
  );
  const rows = written.map((one, at) => {
    const { from = '', to = '' } = bodies[at] ?? {};
    const tie = bodies[at] && relatesTo(bodies[at]);
    return {
      ...{ from: ends.get(from), to: ends.get(to) },
      properties: nodeProperties(network, one),
      ties: tie ? [tie.properties] : [],
    };
  });
  await writeRows(
    ask,
    network,
    `MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to
     CREATE (n${labelsOf('relationship')})-[:FROM]->(a), (n)-[:TO]->(b) SET n = row.properties
     FOREACH (tie IN row.ties | CREATE (a)-[r:RELATES_TO]->(b) SET r = tie)`,
    rows,
  );
  const stated = written.filter(({ flat }) => flat.items.flat().length > 0);
  await writeItems(
    ask,
    network,
    'relationship',
    stated,
    await readNodes(ask, network, stated.flatMap(namedIn)),
  );
}

/** Looks each node up once, however often it is named: that is half of the cost of a large import. */
async function readNodes(ask: Ask, network: NetworkId, ids: readonly RecordId[]): Promise<Nodes> {
  const nodes = new Map<RecordId, string>();
  await inBatches([...new Set(ids)], async (part) => {
    const found = await ask<[RecordId, string]>(
      'UNWIND $ids AS id MATCH (n:Record {network: $network, id: id}) RETURN [id, elementId(n)]',
      { network, ids: part },
    );
    for (const [id, node] of found) nodes.set(id, node);
  });
  return nodes;
}

/** A record and whatever it names; nobody where it names nothing and has no items. */
function namedIn({ placed, flat: { links, items } }: PlacedRecord): RecordId[] {
  const named = [...links, ...items.flat().flatMap((item) => item.links)].flat();
  return named.length === 0 && items.flat().length === 0
    ? []
    : [placed.id, ...named.map(({ target: id }) => id)];
}

function atNode({ target: id, properties }: FlatLink, nodes: Nodes): object {
  return { target: nodes.get(id), properties };
}

async function writeItems(
  ask: Ask,
  network: NetworkId,
  kind: Kind,
  written: readonly PlacedRecord[],
  nodes: Nodes,
): Promise<void> {
  for (const [at, plan] of graphPlan[kind].items.entries()) {
    const rows = written.flatMap(({ placed, flat }) =>
      (flat.items[at] ?? []).map(({ properties, links }) => ({
        owner: nodes.get(placed.id),
        properties: { ...properties, network },
        links: links.map((list) => list.map((link) => atNode(link, nodes))),
      })),
    );
    const create = `CREATE ${pattern('(n)', plan, `(i:${plan.label})`)} SET i = row.properties`;
    await writeRows(ask, network, `${owner} ${create}${itemLinks(plan)}`, rows);
  }
}

function itemLinks({ links }: ItemPlan): string {
  return links
    .map(
      (plan: LinkPlan, at) => ` WITH i, row CALL (i, row) {
        UNWIND row.links[${at}] AS link MATCH (t) WHERE elementId(t) = link.target
        CREATE ${pattern('(i)', plan, '(t)', 'r')} SET r = link.properties }`,
    )
    .join('');
}
