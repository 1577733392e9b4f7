import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { copyStore } from '#api/services/copy-store.ts';
import { restore } from '#api/services/restore.ts';
import { openStore } from '#data/store/open-store.ts';
import type { ChangeSet, Store } from '#data/store/port.ts';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';
import { migrate } from '#data/store/sqlite/migrate.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { failAtCallSuite, small, stateOf, tie } from '#test/reliability/fail-at-call.suite.ts';
import { FailingStore, Injected } from '#test/reliability/failing-store.ts';

const signal = new AbortController().signal;
let folder = '';
/** Backups are of the one, restores and copies go to the other. */
let source: Store;
let target: Store;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-fail-'));
  const place = { directory: folder, environment: {} };
  [source, target] = await Promise.all([openStore('sqlite:b.db', place), openStore('sqlite:c.db', place)]);
});
afterAll(async () => {
  await Promise.all([source.close(), target.close()]);
  await rm(folder, { recursive: true, force: true });
});

failAtCallSuite('SQLite', async () => await openStore('sqlite:a.db', { directory: folder, environment: {} }));

describe('every call of two stores fails once', () => {
  it('backup, restore and copy: no file, or a whole one; what is restored or copied is a prefix', async () => {
    const id = randomUUID();
    await small(source, id);
    await small(source, randomUUID());
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
    migrate(database, ':memory:');
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
