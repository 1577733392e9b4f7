import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { copyStore } from '#api/services/copy-store.ts';
import { importNetwork } from '#api/services/import-network.ts';
import { restore } from '#api/services/restore.ts';
import { replay } from '#data/history/replay.ts';
import { undo } from '#data/history/undo.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Change, ChangeSet, LogEntry, Store, Stored } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { FailingStore, type Fault, Injected } from '#test/reliability/failing-store.ts';

const signal = new AbortController().signal;
let folder = '';
let store: Store;
/** Backups are of the one, restores and copies go to the other. */
let source: Store;
let target: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-fail-'));
  const place = { directory: folder, environment: {} };
  [store, source, target] = await Promise.all([
    openStore('sqlite:a.db', place),
    openStore('sqlite:b.db', place),
    openStore('sqlite:c.db', place),
  ]);
});
afterAll(async () => {
  await Promise.all([store.close(), source.close(), target.close()]);
  await rm(folder, { recursive: true, force: true });
});

interface State {
  readonly log: readonly LogEntry[];
  readonly records: readonly Stored[];
}

async function stateOf(of: Store, id: string): Promise<State> {
  const log = await of.network(id).log(0, 10_000);
  const { records } = await readSnapshot(of.network(id), signal);
  // Whatever failed: the log has no gap and leads to the records.
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1));
  const byId = (list: readonly Stored[]) => new Map(list.map((stored) => [stored.id, stored]));
  expect(byId(replay(log))).toEqual(byId(records));
  return { log, records };
}

/** One flow on a network of its own: prepared, then run on a store of which one call may fail. */
interface Flow {
  readonly prepare: (id: string) => Promise<void>;
  /** Repeated with the same `operation` after a failure, as a client does. */
  readonly run: (store: Store, id: string, operation: string) => Promise<unknown>;
}

const edited = async (
  of: Store,
  id: string,
  operation: string,
  changes: (now: Map<string, Stored>) => Change[],
) => {
  const network = of.network(id);
  const now = new Map((await network.read(['a', 'b', 'r'])).map((stored) => [stored.id, stored]));
  return await network.commit(setOf(changes(now), operation));
};

const tie = put('relationship', { id: 'r', from: 'a', to: 'b', kind: 'refers', direction: 'directed' });
const small = async (id: string, into = store): Promise<void> => {
  const network = put('network', { id, slug: `n-${id}`, name: 'N' });
  await into
    .network(id)
    .commit(setOf([network, put('organization', org('a')), put('organization', org('b')), tie]));
};

const files = [
  { name: 'nodes.csv', bytes: new TextEncoder().encode('id,name,sector\na,Bakery,Food\nb,Bank,Finance\n') },
  { name: 'ties.csv', bytes: new TextEncoder().encode('source,target,weight\na,b,2\n') },
];

const flows: Record<string, Flow> = {
  import: {
    prepare: (id) => small(id),
    run: async (of, id, operation) =>
      await importNetwork(of, {
        read: await readFiles(files),
        inputHash: 'sha256:x',
        network: `n-${id}`,
        author: { name: 'import' },
        dryRun: false,
        signal,
        operation,
      }),
  },
  edit: {
    prepare: (id) => small(id),
    run: (of, id, operation) =>
      edited(of, id, operation, () => [
        put('organization', org('a', { size: 9 }), 1),
        put('person', { id: 'p', name: 'P' }),
      ]),
  },
  remove: {
    prepare: (id) => small(id),
    run: (of, id, operation) =>
      edited(of, id, operation, () => [
        { kind: 'relationship', id: 'r', ifRevision: 1, after: null },
        { kind: 'organization', id: 'b', ifRevision: 1, after: null },
      ]),
  },
  undo: {
    prepare: async (id) => {
      await small(id);
      await store
        .network(id)
        .commit(setOf([put('organization', org('a', { size: 3 }), 1), put('organization', org('c'))]));
    },
    run: async (of, id, operation) => {
      const [entry] = await of.network(id).log(1, 1);
      if (!entry) throw new Error('There is no second entry.');
      return await of.network(id).commit(setOf(undo(entry), operation));
    },
  },
};

describe('every store call fails once', () => {
  for (const [name, { prepare, run }] of Object.entries(flows)) {
    it(`${name}: all or nothing, and once when it is tried again`, async () => {
      const once = randomUUID();
      await prepare(once);
      const counting = new FailingStore(store, null);
      await run(counting, once, randomUUID());
      const shape = ({ log, records }: State) => [log.length, records.map(({ kind }) => kind)];
      const done = shape(await stateOf(store, once));
      let nothing = 0;
      let all = 0;
      for (const when of ['before', 'after'] as const) {
        for (let at = 1; at <= counting.calls; at++) {
          const id = randomUUID();
          const operation = randomUUID();
          await prepare(id);
          const before = await stateOf(store, id);
          const fault: Fault = { at, when };
          const failing = new FailingStore(store, fault);
          const outcome = await run(failing, id, operation).then(
            () => 'done',
            (error: unknown) => error,
          );
          const after = await stateOf(store, id);
          if (outcome === 'done') expect(failing.calls, JSON.stringify(fault)).toBeGreaterThanOrEqual(at);
          else expect(outcome).toBeInstanceOf(Injected);
          if (after.log.length === before.log.length) {
            expect(after).toEqual(before);
            nothing++;
          } else {
            expect(shape(after)).toEqual(done);
            all++;
          }
          await run(store, id, operation);
          expect(shape(await stateOf(store, id))).toEqual(done);
        }
      }
      console.log(
        `fail at call k: ${name}, k = 1…${counting.calls}, before and after: nothing done ${nothing}, all done ${all}, half done 0`,
      );
      expect(nothing).toBeGreaterThanOrEqual(counting.calls);
    });
  }

  it('backup, restore and copy: no file, or a whole one; what is restored or copied is a prefix', async () => {
    const id = randomUUID();
    await small(id, source);
    await small(randomUUID(), source);
    for (let turn = 0; turn < 5; turn++)
      await source.network(id).commit(setOf([put('organization', org(`o${turn}`))]));
    const whole = await stateOf(source, id);
    const path = join(folder, 'whole.weft-backup');
    const counted = { backup: new FailingStore(source, null), copy: new FailingStore(source, null) };
    await backup(counted.backup, path, { signal });
    for (let at = 1; at <= counted.backup.calls; at++) {
      const failing = new FailingStore(source, { at, when: 'before' });
      await expect(backup(failing, join(folder, `half-${at}`), { signal })).rejects.toThrow(Injected);
    }
    expect((await readdir(folder)).filter((name) => name.includes('half'))).toEqual([]);
    const restoring = new FailingStore(target, null);
    for (let at = 1; ; at++) {
      const failing = new FailingStore(target, { at, when: 'before' });
      const outcome = await restore(failing, path, { signal }).then(
        () => 'done',
        (error: unknown) => error,
      );
      if (outcome === 'done') break;
      expect(outcome).toBeInstanceOf(Injected);
      restoring.calls = at;
      const there = await stateOf(target, id);
      expect(there.log.length === 0 ? there : whole).toEqual(there);
    }
    expect(await stateOf(target, id)).toEqual(whole);
    await source.network(id).commit(setOf([put('organization', org('late'))]));
    for (let at = 1; ; at++) {
      const failing = new FailingStore(target, { at, when: 'before' });
      const outcome = await copyStore(source, failing, { signal }).then(
        () => 'done',
        (error: unknown) => error,
      );
      if (outcome === 'done') break;
      expect(outcome).toBeInstanceOf(Injected);
      counted.copy.calls = at;
    }
    expect(await stateOf(target, id)).toEqual(await stateOf(source, id));
    console.log(
      `fail at call k: backup ${counted.backup.calls}, restore ${restoring.calls}, copy ${counted.copy.calls} calls; half done 0`,
    );
  });
});

/** A connection of which the k-th statement run fails; `runs` counts them. */
function failing(database: DatabaseSync, at: number): { database: DatabaseSync; runs: () => number } {
  let runs = 0;
  const wrap = (statement: StatementSync): StatementSync =>
    new Proxy(statement, {
      get: (of, name) => {
        const value: unknown = Reflect.get(of, name, of);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          if (++runs === at) throw new Injected(`Statement ${at} fails.`);
          return Reflect.apply(value, of, args) as unknown;
        };
      },
    });
  const proxy = new Proxy(database, {
    get: (of, name) =>
      name === 'prepare' ? (sql: string) => wrap(of.prepare(sql)) : (Reflect.get(of, name, of) as unknown),
  });
  return { database: proxy, runs: () => runs };
}

describe('every statement inside a change set fails once', () => {
  it('leaves the database as it was, and the neighbours of the group committed', () => {
    const database = new DatabaseSync(':memory:');
    for (const step of migrations) database.exec(step);
    const plain = new ChangeSetWriter(database);
    plain.apply('n', setOf([put('organization', org('a')), put('organization', org('b')), tie]));
    const tables = ['network', 'record', 'link', 'change', 'image', 'record_text'];
    const dump = (): unknown => tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
    const set: ChangeSet = setOf([
      put('organization', org('a', { size: 1 }), 1),
      { kind: 'relationship', id: 'r', ifRevision: 1, after: null },
      { kind: 'organization', id: 'b', ifRevision: 1, after: null },
      put('collaboration', { id: 'c', name: 'C', participants: [{ party: 'a' }, { party: 'd' }] }),
      put('organization', org('d')),
    ]);
    const before = dump();
    let at = 0;
    for (let failed = true; failed;) {
      at++;
      const injected = failing(database, at);
      const writer = new ChangeSetWriter(injected.database);
      database.exec('BEGIN; SAVEPOINT one');
      try {
        writer.apply('n', set);
        failed = false;
        database.exec('ROLLBACK');
      } catch (error) {
        expect(error).toBeInstanceOf(Injected);
        database.exec('ROLLBACK TO one; RELEASE one; COMMIT');
      }
      expect(dump()).toEqual(before);
    }
    plain.apply('n', set);
    console.log(`fail at statement k of one change set: k = 1…${at - 1}, half done 0`);
    expect(at).toBeGreaterThan(20);
    database.close();
  });
});
