import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockHolder } from '#data/store/sqlite/lock-holder.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

let folder = '';
let other: ChildProcess | undefined;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-lock-'));
});
afterAll(async () => {
  other?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** A process that holds the lock for writing until it is told to let go. */
async function holder(path: string): Promise<ChildProcess> {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(path)});
    database.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    process.stdin.once('data', () => { database.exec('COMMIT'); database.close(); process.exit(0); });`;
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('a store that another process is writing to', () => {
  it('is waited for, and the one to wait for is named', async () => {
    const path = join(folder, 'weft.db');
    const store = await SqliteStore.open(path);
    expect(lockHolder(path)).toBeNull();
    other = await holder(path);
    if (existsSync('/proc/locks')) {
      expect(lockHolder(path)).toBe(other.pid);
      const busy = Object.assign(new Error('database is locked'), { errcode: 5 });
      expect(storeError(busy, path).message).toContain(`the process ${other.pid} has been writing`);
    }
    let done = false;
    const waiting = store
      .network('n')
      .commit(setOf([put('organization', org('a'))]))
      .finally(() => (done = true));
    // Reading goes on meanwhile.
    expect(await store.network('n').head()).toBe(0);
    expect(done).toBe(false);
    other.stdin?.write('go');
    expect(await waiting).toEqual({ revision: 1, repeated: false });
    expect(lockHolder(path)).toBeNull();
    await store.close();
  });
});
