import { setImmediate } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { AnalysisError } from '#analysis/errors.ts';
import { DataError } from '#data/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import type {
  Author,
  ChangeSet,
  Columns,
  LogEntry,
  LogOutline,
  NetworkId,
  NetworkInfo,
  NetworkStore,
  OperationId,
  Page,
  Place,
  Query,
  RecordBody,
  RecordId,
  Revision,
  Store,
  Stored,
} from '#data/store/port.ts';
import { findRecords, storedFrom } from '#data/store/sqlite/find-records.ts';
import { openForReading } from '#data/store/sqlite/open-database.ts';
import { readLog } from '#data/store/sqlite/read-log.ts';
import { readOutline } from '#data/store/sqlite/read-outline.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';
import { Writer } from '#data/store/sqlite/writer.ts';

/** Rows between two turns of the event loop: some milliseconds of parsing. */
const batchRows = 500;

/** The embedded engine: one file, read on this thread, written by one thread of its own. */
export class SqliteStore implements Store {
  readonly #path: string;
  readonly #reader: DatabaseSync;
  /** null: opened to be read only. */
  readonly #writer: Writer | null;

  private constructor(path: string, reader: DatabaseSync, writer: Writer | null) {
    this.#path = path;
    this.#reader = reader;
    this.#writer = writer;
  }

  /** Opens the file, or makes it. Errors: STORE_NOT_READABLE */
  static async open(path: string): Promise<SqliteStore> {
    const writer = await Writer.open(path);
    try {
      return new SqliteStore(path, openForReading(path), writer);
    } catch (error) {
      await writer.close();
      throw error;
    }
  }

  /** Opens a file that is there, for reading only. Errors: STORE_NOT_READABLE */
  static openToRead(path: string): SqliteStore {
    return new SqliteStore(path, openForReading(path), null);
  }

  async networks(): Promise<readonly NetworkInfo[]> {
    const rows = asStoreError(() =>
      this.#reader
        .prepare(
          // CROSS JOIN holds the planner to one look-up a network; the other way round reads every record.
          `SELECT record.network, body, head FROM network CROSS JOIN record ON record.network = network.network
           WHERE kind = 'network' AND body IS NOT NULL ORDER BY record.rowid`,
        )
        .all(),
    );
    return rows.map((row) => {
      const body = JSON.parse(String(row.body)) as { slug: string; name: string };
      return { id: String(row.network), slug: body.slug, name: body.name, head: Number(row.head) };
    });
  }

  async networkIds(): Promise<readonly NetworkId[]> {
    return asStoreError(() =>
      this.#reader
        .prepare('SELECT network FROM network')
        .all()
        .map((row) => String(row.network)),
    );
  }

  network(id: NetworkId): NetworkStore {
    return new SqliteNetwork(id, this.#path, this.#reader, this.#writer);
  }

  async close(): Promise<void> {
    if (this.#reader.isOpen) this.#reader.close();
    await this.#writer?.close();
  }
}

class SqliteNetwork implements NetworkStore {
  readonly #id: NetworkId;
  readonly #path: string;
  readonly #reader: DatabaseSync;
  readonly #writer: Writer | null;

  constructor(id: NetworkId, path: string, reader: DatabaseSync, writer: Writer | null) {
    this.#id = id;
    this.#path = path;
    this.#reader = reader;
    this.#writer = writer;
  }

  async head(): Promise<Revision> {
    return asStoreError(() => headOf(this.#reader, this.#id));
  }

  async read(ids: readonly RecordId[]): Promise<readonly Stored[]> {
    return asStoreError(() => {
      const statement = this.#reader.prepare(
        'SELECT id, kind, revision, body FROM record WHERE network = ? AND id = ? AND body IS NOT NULL',
      );
      return ids.flatMap((id) => {
        const row = statement.get(this.#id, id);
        return row ? [storedFrom(row.kind as Kind, row)] : [];
      });
    });
  }

  async places(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Place>> {
    return asStoreError(() => {
      const statement = this.#reader.prepare(
        'SELECT created, pos AS position FROM record WHERE network = ? AND id = ?',
      );
      return new Map(
        ids.flatMap((id) => {
          const place = statement.get(this.#id, id) as Place | undefined;
          return place ? [[id, { ...place }]] : [];
        }),
      );
    });
  }

  async find(query: Query): Promise<Page> {
    return asStoreError(() => findRecords(this.#reader, this.#id, query));
  }

  async *scan(kinds: readonly Kind[], signal: AbortSignal): AsyncIterable<Columns> {
    // A connection and a transaction of its own: everything is of one revision, whatever is written meanwhile.
    const database = openForReading(this.#path);
    try {
      database.exec('BEGIN');
      const head = headOf(database, this.#id);
      for (const kind of kinds) yield* scanKind(database, { network: this.#id, kind, head }, signal);
    } catch (error) {
      throw storeError(error);
    } finally {
      database.close();
    }
  }

  async log(after: Revision, limit: number): Promise<readonly LogEntry[]> {
    return asStoreError(() => readLog(this.#reader, this.#id, after, Number.MAX_SAFE_INTEGER, limit));
  }

  async outline(after: Revision, limit: number): Promise<readonly LogOutline[]> {
    return asStoreError(() => readOutline(this.#reader, this.#id, after, limit));
  }

  async *logBack(downTo: Revision): AsyncIterable<LogEntry> {
    let upTo = await this.head();
    while (upTo > downTo) {
      const [after, batchEnd] = [Math.max(downTo, upTo - batchRows), upTo];
      yield* asStoreError(() => readLog(this.#reader, this.#id, after, batchEnd, batchRows)).reverse();
      upTo = after;
      await setImmediate();
    }
  }

  async committed(operation: OperationId): Promise<LogEntry | null> {
    return asStoreError(() => {
      const row = this.#reader
        .prepare('SELECT revision FROM change WHERE network = ? AND operation = ?')
        .get(this.#id, operation);
      const revision = Number(row?.revision ?? 0);
      return readLog(this.#reader, this.#id, revision - 1, revision, 1)[0] ?? null;
    });
  }

  async commit(set: ChangeSet) {
    return await this.#toWrite().commit(this.#id, set);
  }

  async append(sets: readonly ChangeSet[]): Promise<Revision> {
    return await this.#toWrite().append(this.#id, sets);
  }

  async erase(person: RecordId, by: Author): Promise<void> {
    await this.#toWrite().erase(this.#id, person, by);
  }

  #toWrite(): Writer {
    if (this.#writer) return this.#writer;
    throw new DataError('STORE_UNAVAILABLE', 'The store was opened for reading only.');
  }
}

/** id, revision, body, and its place: created, pos. */
type ScanRow = readonly [RecordId, Revision, string, number, number];

function headOf(database: DatabaseSync, network: NetworkId): Revision {
  return Number(database.prepare('SELECT head FROM network WHERE network = ?').get(network)?.head ?? 0);
}

async function* scanKind(
  database: DatabaseSync,
  of: { readonly network: NetworkId; readonly kind: Kind; readonly head: Revision },
  signal: AbortSignal,
): AsyncIterable<Columns> {
  const { network, kind, head } = of;
  const statement = database.prepare(
    `SELECT id, revision, body, created, pos FROM record
     WHERE network = ? AND kind = ? AND body IS NOT NULL AND (created, pos) > (?, ?) ORDER BY created, pos LIMIT ?`,
  );
  statement.setReturnArrays(true);
  let [created, pos]: [number, number] = [-1, -1];
  for (;;) {
    if (signal.aborted) throw new AnalysisError('ABORTED', 'The reading was cancelled.');
    const rows = statement.all(network, kind, created, pos, batchRows) as unknown as ScanRow[];
    const last = rows.at(-1);
    if (!last) return;
    yield columnsOf(kind, head, rows);
    [, , , created, pos] = last;
    await setImmediate();
  }
}

/** By position, not by taking rows apart: some hundred thousand rows pass here before any code is warm. */
function columnsOf(kind: Kind, head: Revision, rows: readonly ScanRow[]): Columns {
  const ids: RecordId[] = [];
  const revisions = new Float64Array(rows.length);
  const created = new Float64Array(rows.length);
  const positions = new Float64Array(rows.length);
  const bodies: RecordBody[] = [];
  for (const [at, row] of rows.entries()) {
    ids.push(row[0]);
    revisions[at] = row[1];
    bodies.push(JSON.parse(row[2]) as RecordBody);
    created[at] = row[3];
    positions[at] = row[4];
  }
  return { kind, head, ids, revisions, created, positions, bodies };
}

/** Runs a reading and gives its failure in the words of the port. */
function asStoreError<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw storeError(error);
  }
}
