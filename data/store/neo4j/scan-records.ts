import { setTimeout as delay } from 'node:timers/promises';
import { AnalysisError } from '#analysis/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { readLog } from '#data/store/neo4j/change-log.ts';
import type { Ask, Neo4jConnection } from '#data/store/neo4j/connection.ts';
import { beginning, type Place, placeOfRow, readPlaces } from '#data/store/neo4j/find-records.ts';
import { placesOf } from '#data/store/neo4j/places-of.ts';
import { readHead } from '#data/store/neo4j/read-head.ts';
import { type Found, placedOf, type Row } from '#data/store/neo4j/read-records.ts';
import type { Columns, NetworkId, RecordId, Revision } from '#data/store/port.ts';

/** Records of one batch. */
const batch = 5_000;
const againMs = 10;

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
  const read = (kind: Kind, after: Place): Promise<Row[]> =>
    connection.read(async (ask) => {
      const rows = await readPlaces(ask, { network, kind, after, limit: batch });
      await since.catchUp(ask, rows);
      return rows;
    });
  for (const kind of kinds) {
    let after = beginning;
    let reading: Promise<Row[]> | null = read(kind, after);
    while (reading) {
      if (signal.aborted) throw new AnalysisError('ABORTED', 'The reading was cancelled.');
      const rows: Row[] = await reading;
      const last = rows.length < batch ? undefined : rows.at(-1);
      const upTo: Place = last ? placeOfRow(last) : [Infinity, Infinity];
      // Neo4j reads on while these are taken in; nobody may be there any more to hear why it could not.
      reading = last ? read(kind, upTo) : null;
      reading?.catch(() => undefined);
      const found = rows.map((row) => placedOf(kind, row));
      const records = since.takenBack(kind, found, after, upTo);
      after = upTo;
      if (records.length === 0) continue;
      yield {
        kind,
        head: since.head,
        ids: records.map(({ id }) => id),
        revisions: Float64Array.from(records, ({ revision }) => revision),
        created: Float64Array.from(records, ({ created }) => created),
        positions: Float64Array.from(records, ({ position }) => position),
        bodies: records.map(({ body }) => body),
      };
    }
  }
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

  /**
   * Reads the log up to now. Neo4j shows a commit part by part while it is being applied: a record that is newer than
   * the log is of such a one, which is waited for.
   */
  async catchUp(ask: Ask, rows: readonly Row[]): Promise<void> {
    const newest = rows.reduce((most, [{ revision }]) => Math.max(most, revision as number), 0);
    while (!(await this.#readOn(ask)) || this.#seen < newest) await delay(againMs);
  }

  /** false: the log is ahead of the records that it names. */
  async #readOn(ask: Ask): Promise<boolean> {
    const head = await readHead(ask, this.#network);
    for (const entry of await readLog(ask, this.#network, this.#seen, head)) {
      const touched = entry.changes.filter(({ id }) => !this.#before.has(id));
      const places = await placesOf(
        ask,
        this.#network,
        touched.map(({ id }) => id),
      );
      if (touched.some(({ id }) => !places.has(id))) return false;
      this.#seen = entry.revision;
      for (const { kind, id, before, ifRevision } of touched) {
        const place = places.get(id);
        this.#before.set(
          id,
          before && place ? { kind, id, revision: ifRevision ?? 0, body: before, ...place } : null,
        );
      }
    }
    return true;
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
