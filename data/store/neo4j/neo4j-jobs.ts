import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  attemptsAtMost,
  interrupted,
  rememberedJobs,
  type ClaimedJob,
  type HostMark,
  type JobEnding,
  type JobProgress,
  type JobStore,
  type NewJob,
  type StoredJob,
} from '#data/store/job-port.ts';
import { Neo4jConnection, type Ask } from '#data/store/neo4j/connection.ts';
import type { StoreAddress } from '#data/store/neo4j/store-address.ts';

/** What a job was told is kept so long after its end: it may name people. */
const toldMs = 3_600_000;

/** What is kept of a job, as one value. */
const row = `{
  id: j.id, kind: j.kind, network: j.network, result: j.result, state: j.state, version: j.version, code: j.code,
  step: j.step, done: j.done, told: j.told
}`;

interface Row extends Omit<StoredJob, 'progress' | 'told'> {
  readonly step: string | null;
  readonly done: number | null;
  readonly told: Int8Array | null;
}

/**
 * Jobs as (:Job) nodes of one group of processes, for all of them. Whoever takes one in or claims one locks the group's
 * (:JobQueue) node first, so that of two one comes first; leases run by Neo4j's clock alone. What is asked and told is
 * packed bytes, which go with the job's end and an hour after it: nobody but a host reads them.
 */
export class Neo4jJobs implements JobStore {
  readonly paceMs = 500;
  readonly leaseMs: number;
  readonly #connection: Neo4jConnection;
  readonly #group: string;

  constructor(address: StoreAddress, group: string, { leaseMs = 10_000 } = {}) {
    this.#connection = new Neo4jConnection(address);
    this.#group = group;
    this.leaseMs = leaseMs;
  }

  async add({ asked, ...job }: NewJob, waitingAtMost: number): Promise<StoredJob | null> {
    const packed = pack(asked);
    const [added] = await this.#locked(async (ask) => {
      await this.#forget(ask);
      const same = await ask<Row>(
        `MATCH (j:Job {group: $group}) WHERE j.id = $id OR (j.key = $key AND j.state IN ['queued', 'running'])
         RETURN ${row}`,
        { group: this.#group, id: job.id, key: job.key },
      );
      if (same.length > 0) return same;
      return await ask<Row>(
        `OPTIONAL MATCH (waiting:Job {group: $group, state: 'queued'}) WHERE waiting.lane = $lane
         WITH count(waiting) AS waiting WHERE waiting < $waitingAtMost
         CREATE (j:Job {group: $group, state: 'queued', cancel: false, attempts: 0, version: 1, asked: $packed, at: timestamp()})
         SET j += $job RETURN ${row}`,
        { group: this.#group, lane: job.lane, waitingAtMost, packed, job },
      );
    });
    return added ? stored(added) : null;
  }

  async find(ids: readonly string[]): Promise<readonly StoredJob[]> {
    if (ids.length === 0) return [];
    const rows = await this.#connection.read((ask) =>
      ask<Row>(`UNWIND $ids AS id MATCH (j:Job {id: id}) RETURN ${row}`, { ids }),
    );
    return rows.map(stored);
  }

  async claim(lane: string, lease: string): Promise<ClaimedJob | null> {
    const about = { group: this.#group, lane, lease, leaseMs: this.leaseMs };
    // Looking locks nothing: a queue at rest costs one reading.
    const free = `j.state IN ['queued', 'running'] AND j.lane = $lane
      AND (j.state = 'queued' OR j.lease = $lease OR j.until < timestamp())`;
    const [any] = await this.#connection.read((ask) =>
      ask<number>(`MATCH (j:Job {group: $group}) WHERE ${free} RETURN count(j)`, about),
    );
    if (any === 0) return null;
    const [claimed] = await this.#locked(async (ask) => {
      await this.#endAbandoned(ask, lane, lease);
      // What was free may end or be cancelled meanwhile: it is locked first, and then looked at again.
      const [id] = await ask<string>(
        `MATCH (j:Job {group: $group}) WHERE ${free}
         WITH j ORDER BY coalesce(j.lease = $lease, false) DESC, j.at, j.id LIMIT 1
         SET j.locked = true REMOVE j.locked RETURN j.id`,
        about,
      );
      return await ask<{ job: Row; asked: Int8Array; left: HostMark | null }>(
        `MATCH (j:Job {id: $id}) WHERE ${free}
         WITH j, CASE WHEN j.hostPid IS NULL THEN null
           ELSE {pid: j.hostPid, started: j.hostStarted, parent: j.hostParent} END AS left
         SET j.state = 'running', j.attempts = j.attempts + 1, j.version = j.version + 1,
             j.lease = $lease, j.until = timestamp() + $leaseMs
         REMOVE j.hostPid, j.hostStarted, j.hostParent
         RETURN {job: ${row}, asked: j.asked, left: left}`,
        { ...about, id: id ?? null },
      );
    });
    return claimed ? { job: stored(claimed.job), asked: unpack(claimed.asked), left: claimed.left } : null;
  }

  async renew(
    id: string,
    lease: string,
    { progress, host }: { readonly progress: JobProgress | null; readonly host: HostMark | null },
  ): Promise<{ readonly job: StoredJob; readonly cancel: boolean } | null> {
    const [renewed] = await this.#connection.write((ask) =>
      ask<{ job: Row; cancel: boolean }>(
        `MATCH (j:Job {id: $id}) SET j.locked = true REMOVE j.locked
         WITH j WHERE j.lease = $lease AND j.state = 'running'
         SET j.version = j.version + CASE WHEN $step IS NULL OR (j.step = $step AND j.done = $done) THEN 0 ELSE 1 END,
             j.step = $step, j.done = $done, j.until = timestamp() + $leaseMs, j += $host
         RETURN {job: ${row}, cancel: j.cancel}`,
        {
          ...{ id, lease, leaseMs: this.leaseMs },
          ...{ step: progress?.step ?? null, done: progress?.done ?? null },
          host: host ? { hostPid: host.pid, hostStarted: host.started, hostParent: host.parent } : {},
        },
      ),
    );
    return renewed ? { job: stored(renewed.job), cancel: renewed.cancel } : null;
  }

  async end(id: string, lease: string, { state, told, code }: JobEnding): Promise<StoredJob | null> {
    const [found] = await this.#connection.write(async (ask) => {
      await ask(
        `MATCH (j:Job {id: $id}) SET j.locked = true REMOVE j.locked
         WITH j WHERE j.lease = $lease AND j.state = 'running'
         SET j.state = $state, j.code = $code, j.told = $told, ${ended} RETURN 0 LIMIT 0`,
        { id, lease, state, code, told: told === null ? null : pack(told) },
      );
      return await ask<Row>(`MATCH (j:Job {id: $id, lease: $lease}) RETURN ${row}`, { id, lease });
    });
    return found ? stored(found) : null;
  }

  async cancel(id: string): Promise<StoredJob | null> {
    const [found] = await this.#connection.write(async (ask) => {
      await ask(
        `MATCH (j:Job {id: $id}) SET j.locked = true REMOVE j.locked
         FOREACH (waiting IN CASE WHEN j.state = 'queued' THEN [j] ELSE [] END |
           SET waiting.state = 'cancelled', waiting.code = 'CANCELLED', ${ended.replaceAll('j.', 'waiting.')})
         FOREACH (running IN CASE WHEN j.state = 'running' THEN [j] ELSE [] END | SET running.cancel = true)
         RETURN 0 LIMIT 0`,
        { id },
      );
      return await ask<Row>(`MATCH (j:Job {id: $id}) RETURN ${row}`, { id });
    });
    return found ? stored(found) : null;
  }

  async counts(): Promise<{ readonly running: number; readonly waiting: number }> {
    const [counts] = await this.#connection.read((ask) =>
      ask<{ running: number; waiting: number }>(
        `MATCH (j:Job {group: $group}) WHERE j.state IN ['queued', 'running']
         RETURN {running: count(CASE j.state WHEN 'running' THEN 1 END),
                 waiting: count(CASE j.state WHEN 'queued' THEN 1 END)}`,
        { group: this.#group },
      ),
    );
    return counts ?? { running: 0, waiting: 0 };
  }

  async close(leases: readonly string[]): Promise<void> {
    try {
      if (leases.length === 0) return;
      await this.#connection.write((ask) =>
        ask(
          `MATCH (j:Job {group: $group, state: 'running'}) WHERE j.lease IN $leases
           SET j.attempts = j.attempts - 1, j.until = 0 RETURN 0 LIMIT 0`,
          { group: this.#group, leases },
        ),
      );
    } finally {
      await this.#connection.close();
    }
  }

  async #locked<Value>(work: (ask: Ask) => Promise<Value>): Promise<Value> {
    return await this.#connection.write(async (ask) => {
      await ask('MERGE (q:JobQueue {group: $group}) SET q.locked = true REMOVE q.locked RETURN 0 LIMIT 0', {
        group: this.#group,
      });
      return await work(ask);
    });
  }

  /** Ends what nobody runs any more and nobody may begin again. */
  async #endAbandoned(ask: Ask, lane: string, lease: string): Promise<void> {
    const about = { group: this.#group, lane, lease, attemptsAtMost };
    const expired = `MATCH (j:Job {group: $group, state: 'running'})
      WHERE j.lane = $lane AND j.lease <> $lease AND j.until < timestamp()`;
    await ask(`${expired} SET j.locked = true REMOVE j.locked RETURN 0 LIMIT 0`, about);
    await ask(
      `${expired} AND (j.cancel OR NOT j.again OR j.attempts >= $attemptsAtMost)
       SET j.state = CASE WHEN j.cancel THEN 'cancelled' ELSE 'failed' END,
           j.code = CASE WHEN j.cancel THEN 'CANCELLED' ELSE '${interrupted}' END, ${ended} RETURN 0 LIMIT 0`,
      about,
    );
  }

  /** The oldest that have ended go, and what the others were told an hour ago. */
  async #forget(ask: Ask): Promise<void> {
    await ask(
      `MATCH (j:Job {group: $group}) WHERE j.endedAt IS NOT NULL
       WITH j ORDER BY j.endedAt DESC SKIP $remembered DELETE j RETURN 0 LIMIT 0`,
      { group: this.#group, remembered: rememberedJobs },
    );
    await ask(
      `MATCH (j:Job {group: $group}) WHERE j.told IS NOT NULL AND j.endedAt < timestamp() - $toldMs
       REMOVE j.told RETURN 0 LIMIT 0`,
      { group: this.#group, toldMs },
    );
  }
}

/** What every end leaves: nothing of what was asked. */
const ended = `j.version = j.version + 1, j.endedAt = timestamp(), j.asked = null, j.key = null`;

function stored({ step, done, told, ...job }: Row): StoredJob {
  return {
    ...job,
    progress: step === null ? null : { step, done: done ?? 0 },
    told: told === null ? null : unpack(told),
  };
}

function pack(value: unknown): Int8Array {
  return new Int8Array(deflateRawSync(JSON.stringify(value) ?? 'null'));
}

function unpack(bytes: Int8Array): unknown {
  return JSON.parse(inflateRawSync(new Uint8Array(bytes)).toString('utf8')) as unknown;
}
