/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes and takes plain values */
import { setTimeout as delay } from 'node:timers/promises';
import neo4j, { type AuthToken, type Driver, type ManagedTransaction } from 'neo4j-driver';
import { DataError } from '#data/errors.ts';
import type { StoreAddress } from '#data/store/neo4j/store-address.ts';
import { away, isTooLarge, storeError } from '#data/store/neo4j/store-error.ts';

/** Asks one statement; every one gives one column. The words of a statement are ours alone: what others say is a parameter. */
export type Ask = <Row>(statement: string, parameters: Readonly<Record<string, unknown>>) => Promise<Row[]>;

/** The longest that a reading or a change may take inside Neo4j; what a client that vanished holds is freed then. */
const readMs = 60_000;
const smallMs = 30_000;
const largeMs = 300_000;
/** What an algorithm may take; the limit of the work is its caller's. */
const longMs = 7_200_000;
/** Tries again for so long what failed for a passing reason. */
const retryMs = 3_000;
const connectMs = 2_000;
/** Silence for so long, and a second connection asks whether Neo4j is still there. */
const silenceMs = 1_000;
/** How long it may take to answer that: a busy server pauses for seconds, and 5 s are promised. */
const probeMs = 3_500;
/** A large change is not given up for one pause. */
const probesOfLarge = 5;

/** The only holder of a driver. What is read after a change sees it (bookmarks), also in a cluster. */
export class Neo4jConnection {
  readonly #address: StoreAddress;
  readonly #auth: AuthToken;
  readonly #driver: Driver;
  readonly #bookmarks = neo4j.bookmarkManager();
  #closed = false;

  /** Connects to nothing yet. Errors: STORE_URL_NOT_VALID */
  constructor(address: StoreAddress) {
    this.#address = address;
    const { password, user } = address;
    this.#auth =
      password === undefined
        ? { scheme: 'none', principal: '', credentials: '' }
        : neo4j.auth.basic(user, password);
    this.#driver = this.#connect(50, connectMs, retryMs);
  }

  /** Errors: STORE_UNAVAILABLE within 5 s when Neo4j is away, STORE_NOT_READABLE, what the work throws. */
  async read<Value>(work: (ask: Ask) => Promise<Value>, size: 'small' | 'long' = 'small'): Promise<Value> {
    return size === 'small'
      ? await this.#run('READ', work, readMs, 1)
      : await this.#run('READ', work, longMs, probesOfLarge);
  }

  /** One transaction, all or nothing. The work may be run again. Errors: as read */
  async write<Value>(work: (ask: Ask) => Promise<Value>, size: 'small' | 'large' = 'small'): Promise<Value> {
    return size === 'small'
      ? await this.#run('WRITE', work, smallMs, 1)
      : await this.#run('WRITE', work, largeMs, probesOfLarge);
  }

  /** A statement that changes the schema: Neo4j takes it in no other transaction. */
  async schema(statement: string): Promise<void> {
    await this.#run('WRITE', (ask) => ask(statement, {}), largeMs, probesOfLarge);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#driver.close();
  }

  #connect(pool: number, timeoutMs: number, retries: number): Driver {
    try {
      return neo4j.driver(this.#address.server, this.#auth, {
        disableLosslessIntegers: true,
        userAgent: 'weft',
        telemetryDisabled: true,
        maxConnectionPoolSize: pool,
        connectionTimeout: timeoutMs,
        connectionAcquisitionTimeout: timeoutMs * 2,
        maxTransactionRetryTime: retries,
      });
    } catch (error) {
      throw new DataError('STORE_URL_NOT_VALID', `${this.#address.server}: ${(error as Error).message}.`);
    }
  }

  async #run<Value>(
    mode: 'READ' | 'WRITE',
    work: (ask: Ask) => Promise<Value>,
    timeout: number,
    probes: number,
  ): Promise<Value> {
    if (this.#closed) throw new DataError('STORE_UNAVAILABLE', 'The store has been closed.');
    const { database } = this.#address;
    const session = this.#driver.session({
      defaultAccessMode: mode,
      bookmarkManager: this.#bookmarks,
      fetchSize: -1,
      ...(database === undefined ? {} : { database }),
    });
    const inTransaction = async (transaction: ManagedTransaction): Promise<Value> => {
      try {
        return await work(askOf(transaction));
      } catch (error) {
        // The driver would try once more what is as large the second time.
        throw isTooLarge(error) ? storeError(error) : error;
      }
    };
    try {
      return await this.#watched(
        mode === 'READ'
          ? session.executeRead(inTransaction, { timeout })
          : session.executeWrite(inTransaction, { timeout }),
        probes,
      );
    } catch (error) {
      throw storeError(error);
    } finally {
      // A connection that has gone silent would hold this up for as long as what was asked.
      void session.close().catch(() => undefined);
    }
  }

  /** What is asked may take long or wait for somebody's lock; that Neo4j has gone is noticed all the same. */
  async #watched<Value>(running: Promise<Value>, probes: number): Promise<Value> {
    const stop = new AbortController();
    try {
      return await Promise.race([running, this.#gone(stop.signal, probes)]);
    } finally {
      stop.abort();
      running.catch(() => undefined);
    }
  }

  async #gone(signal: AbortSignal, probes: number): Promise<never> {
    let unanswered = 0;
    while (unanswered < probes) {
      await delay(silenceMs, undefined, { signal, ref: false }).catch(() => undefined);
      // The race is over; what is waited for here is nobody's.
      if (signal.aborted) return await new Promise<never>(() => undefined);
      unanswered = (await this.#answers()) ? 0 : unanswered + 1;
    }
    throw away(`${this.#address.server} does not answer`);
  }

  async #answers(): Promise<boolean> {
    const probe = this.#connect(1, probeMs, 0);
    const asked = probe.getServerInfo().then(
      () => true,
      () => false,
    );
    try {
      // After a timer that this process was too busy to keep, the answer may have come: one more turn of the loop reads it.
      return await Promise.race([asked, delay(probeMs).then(() => Promise.race([asked, delay(50, false)]))]);
    } finally {
      void probe.close().catch(() => undefined);
    }
  }
}

function askOf(transaction: ManagedTransaction): Ask {
  return async <Row>(statement: string, parameters: Readonly<Record<string, unknown>>): Promise<Row[]> => {
    const { records } = await transaction.run(statement, encode(parameters));
    return records.map((record) => record.get(0) as Row);
  };
}

/** Whole numbers go as whole numbers, so that people read 12 and not 12.0; what comes back is the same number. */
function encode(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(encode);
  const entries = Object.entries(value);
  for (const entry of entries) entry[1] = encode(entry[1]);
  return Object.fromEntries(entries);
}
