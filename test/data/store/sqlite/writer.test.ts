import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeSet } from '#data/store/port.ts';
import { Writer } from '#data/store/sqlite/writer.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-writer-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const organization = (id: string): ChangeSet => ({
  operation: randomUUID(),
  author: { name: 'test' },
  at: '2026-01-02T03:04:05Z',
  changes: [{ kind: 'organization', id, ifRevision: null, after: { id, name: id } }],
});

/** A thread of the engine's own file, kept at hand so that the test can end it. */
function starter(threads: Worker[]) {
  return async (path: string): Promise<Worker> => {
    const file = new URL('../../../../data/store/sqlite/writer-thread.ts', import.meta.url);
    const worker = new Worker(file, { workerData: { path } });
    threads.push(worker);
    await new Promise((resolve) => worker.once('message', resolve));
    return worker;
  };
}

describe('the writer', () => {
  it('says so when its thread ends before it answered, and goes on with a new one', async () => {
    const threads: Worker[] = [];
    const writer = await Writer.open(join(folder, 'death.db'), starter(threads));
    await writer.commit('n', organization('a'));
    const cut = organization('b');
    const asked = Promise.allSettled([writer.commit('n', cut), writer.commit('n', organization('c'))]);
    await new Promise(setImmediate);
    await threads[0]?.terminate();
    for (const outcome of await asked) {
      // It may have been faster than its end.
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    }
    const again = await writer.commit('n', cut);
    expect(again.revision).toBeGreaterThan(1);
    expect((await writer.commit('n', cut)).repeated).toBe(true);
    expect(threads).toHaveLength(2);
    await writer.close();
  });

  it('does what was asked before it is closed, refuses what is asked after, and may be closed by two at once', async () => {
    const writer = await Writer.open(join(folder, 'closing.db'));
    const before = Array.from({ length: 100 }, (_, at) => writer.commit('n', organization(`b${at}`)));
    const closings = [writer.close(), writer.close()];
    const after = writer.commit('n', organization('late'));
    await expect(after).rejects.toMatchObject({ message: 'The store has been closed.' });
    await Promise.all(closings);
    const revisions = (await Promise.all(before)).map(({ revision }) => revision);
    expect(revisions).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
  });

  it('commits what waits as groups: few syncs for many change sets, each a change set of its own', async () => {
    const path = join(folder, 'groups.db');
    const writer = await Writer.open(path);
    const before = commitsIn(`${path}-wal`);
    await Promise.all(Array.from({ length: 128 }, (_, at) => writer.commit('n', organization(`o${at}`))));
    expect(commitsIn(`${path}-wal`) - before).toBeLessThanOrEqual(16);
    expect((await writer.commit('n', organization('last'))).revision).toBe(129);
    await writer.close();
  });

  it('refuses a file that is no store, and a folder that is not there', async () => {
    await expect(Writer.open(join(folder, 'none', 'x.db'))).rejects.toMatchObject({
      code: 'STORE_NOT_READABLE',
    });
    await expect(Writer.open(new URL(import.meta.url).pathname)).rejects.toMatchObject({
      code: 'STORE_NOT_READABLE',
    });
  });

  it('lets several open one new file at once and write into it in turn', { timeout: 30_000 }, async () => {
    const path = join(folder, 'several.db');
    const writers = await Promise.all(Array.from({ length: 4 }, () => Writer.open(path)));
    const each = 25;
    const committed = await Promise.all(
      writers.flatMap((writer, index) =>
        Array.from({ length: each }, (_, at) => writer.commit('n', organization(`${index}-${at}`))),
      ),
    );
    const revisions = committed.map(({ revision }) => revision).sort((a, b) => a - b);
    expect(revisions).toEqual(Array.from({ length: 4 * each }, (_, index) => index + 1));
    await Promise.all(writers.map((writer) => writer.close()));
  });
});

/** Transactions in a write-ahead log: a frame that ends one says how large the database is then (SQLite, walformat). */
function commitsIn(path: string): number {
  const bytes = readFileSync(path);
  const [header, frameHeader, page] = [32, 24, bytes.readUInt32BE(8)];
  let count = 0;
  for (let at = header; at + frameHeader <= bytes.length; at += frameHeader + page) {
    if (bytes.readUInt32BE(at + 4) !== 0) count++;
  }
  return count;
}
