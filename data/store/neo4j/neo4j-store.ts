import { randomUUID } from 'node:crypto';
import { DataError } from '#data/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import { atOneRevision } from '#data/store/neo4j/at-one-revision.ts';
import { eraseImages, readLog, readOutline } from '#data/store/neo4j/change-log.ts';
import { commitSets, lockNetwork } from '#data/store/neo4j/commit-sets.ts';
import { Neo4jConnection } from '#data/store/neo4j/connection.ts';
import { findRecords } from '#data/store/neo4j/find-records.ts';
import { GroupCommit, type Outcome } from '#data/store/neo4j/group-commit.ts';
import { checkSchema, migrate } from '#data/store/neo4j/migrate.ts';
import type { PendingChanges } from '#data/store/neo4j/pending-changes.ts';
import { readStored } from '#data/store/neo4j/read-records.ts';
import { placesOf } from '#data/store/neo4j/places-of.ts';
import { readHead } from '#data/store/neo4j/read-head.ts';
import { scanRecords } from '#data/store/neo4j/scan-records.ts';
import type { StoreAddress } from '#data/store/neo4j/store-address.ts';
import type {
  Author,
  ChangeSet,
  Columns,
  Committed,
  LogEntry,
  LogOutline,
  NetworkId,
  NetworkInfo,
  NetworkStore,
  OperationId,
  Page,
  Place,
  Query,
  RecordId,
  Revision,
  Store,
  Stored,
} from '#data/store/port.ts';

/** Entries of one reading backwards. */
const logBatch = 200;
/** More changes than these take Neo4j a while. */
const largeChanges = 500;

/** The production engine: a property graph that its users can open with Neo4j's own tools. */
export class Neo4jStore implements Store {
  readonly #connection: Neo4jConnection;
  readonly #mode: 'read' | 'write';
  readonly #commits = new Map<NetworkId, GroupCommit>();
  /** Whether the schema is the one that this Weft knows: looked at once. */
  #ready: Promise<void> | null = null;

  private constructor(address: StoreAddress, mode: 'read' | 'write') {
    this.#connection = new Neo4jConnection(address);
    this.#mode = mode;
  }

  /** Connects, and makes what a database of Weft needs. Errors: STORE_UNAVAILABLE, STORE_NOT_READABLE */
  static async open(address: StoreAddress): Promise<Neo4jStore> {
    const store = new Neo4jStore(address, 'write');
    try {
      await store.#connected();
    } catch (error) {
      await store.close();
      throw error;
    }
    return store;
  }

  /** Reads only. Connects with the first reading, and gives its errors there. */
  static openToRead(address: StoreAddress): Neo4jStore {
    return new Neo4jStore(address, 'read');
  }

  async networks(): Promise<readonly NetworkInfo[]> {
    const connection = await this.#connected();
    return await connection.read((ask) =>
      ask<NetworkInfo>(
        `MATCH (n:Network:Record) WITH n ORDER BY n.openedAt, n.network
         RETURN {id: n.network, slug: n.slug, name: n.name, head: n.head}`,
        {},
      ),
    );
  }

  async networkIds(): Promise<readonly NetworkId[]> {
    const connection = await this.#connected();
    return await connection.read((ask) => ask<NetworkId>('MATCH (n:Network) RETURN n.network', {}));
  }

  network(id: NetworkId): NetworkStore {
    let commits = this.#commits.get(id);
    if (!commits) {
      commits = new GroupCommit((sets) => this.#commitGroup(id, sets));
      this.#commits.set(id, commits);
    }
    return new Neo4jNetwork(id, () => this.#connected(), commits, this.#mode);
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  async #connected(): Promise<Neo4jConnection> {
    this.#ready ??= this.#mode === 'write' ? migrate(this.#connection) : checkSchema(this.#connection);
    try {
      await this.#ready;
    } catch (error) {
      this.#ready = null;
      throw error;
    }
    return this.#connection;
  }

  async #commitGroup(network: NetworkId, sets: readonly ChangeSet[]): Promise<readonly Outcome[]> {
    const connection = await this.#connected();
    const nothing = new Nothing();
    const apply = (pending: PendingChanges): readonly Outcome[] => {
      nothing.outcomes = sets.map((set) => {
        try {
          return { committed: pending.apply(set) };
        } catch (error) {
          return { refused: error as Error };
        }
      });
      if (pending.entries.length === 0) throw nothing;
      return nothing.outcomes;
    };
    try {
      return await connection.write((ask) => commitSets(ask, network, sets, apply), sizeOf(sets));
    } catch (error) {
      if (error === nothing) return nothing.outcomes;
      throw error;
    }
  }
}

function sizeOf(sets: readonly ChangeSet[]): 'small' | 'large' {
  return sets.reduce((sum, { changes }) => sum + changes.length, 0) > largeChanges ? 'large' : 'small';
}

/** Ends a transaction that has nothing to commit. */
class Nothing extends Error {
  outcomes: readonly Outcome[] = [];
}

class Neo4jNetwork implements NetworkStore {
  readonly #id: NetworkId;
  readonly #connect: () => Promise<Neo4jConnection>;
  readonly #commits: GroupCommit;
  readonly #mode: 'read' | 'write';

  constructor(
    id: NetworkId,
    connect: () => Promise<Neo4jConnection>,
    commits: GroupCommit,
    mode: 'read' | 'write',
  ) {
    this.#id = id;
    this.#connect = connect;
    this.#commits = commits;
    this.#mode = mode;
  }

  async head(): Promise<Revision> {
    const connection = await this.#connect();
    return await connection.read((ask) => readHead(ask, this.#id));
  }

  async read(ids: readonly RecordId[]): Promise<readonly Stored[]> {
    const connection = await this.#connect();
    return await connection.read((ask) => readStored(ask, this.#id, ids));
  }

  async places(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Place>> {
    const connection = await this.#connect();
    return await connection.read((ask) => placesOf(ask, this.#id, ids));
  }

  async find(query: Query): Promise<Page> {
    const connection = await this.#connect();
    return await connection.read((ask) =>
      atOneRevision(ask, this.#id, () => findRecords(ask, this.#id, query)),
    );
  }

  async *scan(kinds: readonly Kind[], signal: AbortSignal): AsyncIterable<Columns> {
    yield* scanRecords(await this.#connect(), this.#id, kinds, signal);
  }

  async log(after: Revision, limit: number): Promise<readonly LogEntry[]> {
    const connection = await this.#connect();
    return await connection.read((ask) => readLog(ask, this.#id, after, after + limit));
  }

  async outline(after: Revision, limit: number): Promise<readonly LogOutline[]> {
    const connection = await this.#connect();
    return await connection.read((ask) => readOutline(ask, this.#id, after, limit));
  }

  async *logBack(downTo: Revision): AsyncIterable<LogEntry> {
    let upTo = await this.head();
    while (upTo > downTo) {
      const after = Math.max(downTo, upTo - logBatch);
      const entries = await this.log(after, upTo - after);
      yield* entries.toReversed();
      upTo = after;
    }
  }

  async committed(operation: OperationId): Promise<LogEntry | null> {
    const connection = await this.#connect();
    return await connection.read(async (ask) => {
      const [revision = 0] = await ask<Revision>(
        'MATCH (c:Change {network: $network, operation: $operation}) RETURN c.revision',
        { network: this.#id, operation },
      );
      return (await readLog(ask, this.#id, revision - 1, revision))[0] ?? null;
    });
  }

  async commit(set: ChangeSet): Promise<Committed> {
    this.#refuseReading();
    return await this.#commits.commit(set);
  }

  async append(sets: readonly ChangeSet[]): Promise<Revision> {
    this.#refuseReading();
    const connection = await this.#connect();
    return await connection.write(
      (ask) =>
        commitSets(ask, this.#id, sets, (pending) => {
          for (const set of sets) pending.apply(set);
          return pending.head;
        }),
      sizeOf(sets),
    );
  }

  /**
   * What Neo4j itself keeps aside, its transaction logs, backups and the free space of its files, is not Weft's to
   * clear: docs/neo4j.md says how long it stays.
   */
  async erase(person: RecordId, by: Author): Promise<void> {
    this.#refuseReading();
    const connection = await this.#connect();
    const operation = randomUUID();
    const at = new Date().toISOString();
    const after = erasedPerson(person);
    await connection.write(async (ask) => {
      await lockNetwork(ask, this.#id);
      const [there] = await ask<{ revision: Revision; removed: boolean }>(
        `MATCH (n {network: $network, id: $person}) WHERE n:Person OR (n:Removed AND n.kind = 'person')
         RETURN {revision: n.revision, removed: n:Removed}`,
        { network: this.#id, person },
      );
      if (!there) throw new DataError('CHANGE_SET_NOT_VALID', `There is no person ${person} to be erased.`);
      const { revision, removed } = there;
      const change = { kind: 'person', id: person, ifRevision: revision, after } as const;
      const set = {
        operation,
        author: by,
        at,
        reason: 'Erased at the wish of the person',
        changes: removed ? [] : [change],
      };
      await commitSets(ask, this.#id, [set], (pending) => pending.apply(set));
      await eraseImages(ask, this.#id, person, after);
      // What jobs were told may name the person.
      await ask('MATCH (j:Job) WHERE j.told IS NOT NULL REMOVE j.told RETURN 0 LIMIT 0', {});
    });
  }

  #refuseReading(): void {
    if (this.#mode === 'read')
      throw new DataError('STORE_UNAVAILABLE', 'The store was opened for reading only.');
  }
}
