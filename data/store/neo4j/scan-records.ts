import { AnalysisError } from '#analysis/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { readLog } from '#data/store/neo4j/change-log.ts';
import type { Ask, Neo4jConnection } from '#data/store/neo4j/connection.ts';
import { beginning, type Place, readPlaces } from '#data/store/neo4j/find-records.ts';
import type { Placed } from '#data/store/neo4j/pending-changes.ts';
import type { Columns, NetworkId, RecordBody, RecordId, Revision } from '#data/store/port.ts';

/** Records of one batch. */
const batch = 5_000;

type Found = Placed & { readonly body: RecordBody };

/**
 * All records of some kinds at one revision, in batches. Neo4j shows each statement what is committed by then, so what
 * has been committed since the scan began is read from the log and taken back: every record is as it was at `head`.
 */
export async function* scanRecords(
  connection: Neo4jConnection,
  network: NetworkId,
  kinds: readonly Kind[],
  signal: AbortSignal,
): AsyncIterable<Columns> {
  const since = new ChangesSince(network, await connection.read((ask) => readHead(ask, network)));
  for (const kind of kinds) {
    let after: Place = beginning;
    for (;;) {
      if (signal.aborted) throw new AnalysisError('ABORTED', 'The reading was cancelled.');
      const from = after;
      const read = await connection.read(async (ask) => {
        const found = await readPlaces(ask, { network, kind, after: from, limit: batch });
        await since.catchUp(ask);
        return found;
      });
      const last = read.length < batch ? undefined : read.at(-1);
      after = last ? [last.created, last.position] : [Infinity, Infinity];
      const records = since.takenBack(kind, read, from, after);
      if (records.length > 0) {
        yield {
          kind,
          head: since.head,
          ids: records.map(({ id }) => id),
          revisions: Float64Array.from(records, ({ revision }) => revision),
          bodies: records.map(({ body }) => body),
        };
      }
      if (!last) break;
    }
  }
}

export async function readHead(ask: Ask, network: NetworkId): Promise<Revision> {
  const [head] = await ask<Revision>('MATCH (n:Network {network: $network}) RETURN n.head', { network });
  return head ?? 0;
}

/** What was committed after a revision, and what the records were before it. */
class ChangesSince {
  readonly head: Revision;
  readonly #network: NetworkId;
  /** null: was not there. */
  readonly #before = new Map<RecordId, Found | null>();
  #seen: Revision;

  constructor(network: NetworkId, head: Revision) {
    this.#network = network;
    this.head = head;
    this.#seen = head;
  }

  async catchUp(ask: Ask): Promise<void> {
    const head = await readHead(ask, this.#network);
    for (const entry of await readLog(ask, this.#network, this.#seen, head)) {
      this.#seen = entry.revision;
      const touched = entry.changes.filter(({ id }) => !this.#before.has(id));
      const places = await readPlacesOf(
        ask,
        this.#network,
        touched.map(({ id }) => id),
      );
      for (const { kind, id, before, ifRevision } of touched) {
        const place = places.get(id);
        this.#before.set(
          id,
          before && place ? { kind, id, revision: ifRevision ?? 0, body: before, ...place } : null,
        );
      }
    }
  }

  /** The records between two places as they were. */
  takenBack(kind: Kind, read: readonly Found[], after: Place, upTo: Place): readonly Found[] {
    if (this.#before.size === 0) return read;
    const kept = read.filter(({ id, created }) => created <= this.head && !this.#before.has(id));
    const old = [...this.#before.values()].filter(
      (one) => one !== null && one.kind === kind && isAfter(one, after) && !isAfter(one, upTo),
    ) as Found[];
    return [...kept, ...old].sort((a, b) => a.created - b.created || a.position - b.position);
  }
}

function isAfter({ created, position }: Found, [revision, at]: Place): boolean {
  return created > revision || (created === revision && position > at);
}

async function readPlacesOf(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, { created: Revision; position: number }>> {
  const rows = await ask<[RecordId, Revision, number]>(
    `UNWIND $ids AS id
     CALL (id) { MATCH (n:Record {network: $network, id: id}) RETURN n UNION MATCH (n:Removed {network: $network, id: id}) RETURN n }
     RETURN [id, n.created, n.position]`,
    { network, ids },
  );
  return new Map(rows.map(([id, created, position]) => [id, { created, position }]));
}
