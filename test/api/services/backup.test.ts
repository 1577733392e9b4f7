import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { copyStore } from '#api/services/copy-store.ts';
import { restore } from '#api/services/restore.ts';
import { openStore, openStoreToRead } from '#data/store/open-store.ts';
import type { LogEntry, Store } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

let directory = '';
let store: Store;
const lively = randomUUID();
const removed = randomUUID();
const signal = new AbortController().signal;
const options = { signal };
let opened = 0;
const place = () => ({ directory, environment: {} });
const file = (name: string): string => join(directory, name);
const emptyStore = async (): Promise<Store> => await openStore(`sqlite:${++opened}.db`, place());

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-backup-'));
  store = await openStore('sqlite:source.db', place());
  const network = store.network(lively);
  await network.commit(setOf([put('network', { id: lively, slug: 'lively', name: 'Lively' })]));
  await network.commit(setOf([put('organization', org('a')), put('person', { id: 'p', name: 'Vale' })]));
  await network.commit({
    ...setOf([put('organization', org('a', { size: 1.5, description: 'a\u2028line' }), 2)]),
    reason: 'counted',
  });
  await network.commit(setOf([{ kind: 'organization', id: 'a', ifRevision: 3, after: null }]));
  await network.erase('p', { name: 'weaver' });
  const other = store.network(removed);
  await other.commit(setOf([put('network', { id: removed, slug: 'gone', name: 'Gone' })]));
  await other.commit(setOf([{ kind: 'network', id: removed, ifRevision: 1, after: null }]));
});
afterAll(async () => {
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

async function everything(of: Store): Promise<unknown> {
  const all: unknown[] = [];
  for (const id of (await of.networkIds()).toSorted()) {
    const network = of.network(id);
    all.push([id, await network.log(0, 10_000), await readSnapshot(network, signal)]);
  }
  return all;
}

describe('backup and restore', () => {
  it('brings back every network with its whole log, removed ones and erasures too', async () => {
    const manifest = await backup(store, file('whole.weft-backup'), options);
    expect(manifest.networks.map(({ id, head }) => [id, head]).sort()).toEqual(
      [
        [lively, 5],
        [removed, 2],
      ].sort(),
    );
    const target = await emptyStore();
    expect(await restore(target, file('whole.weft-backup'), options)).toEqual(manifest);
    expect(await everything(target)).toEqual(await everything(store));
    await target.close();
  });

  it('refuses a store that holds something else, and finishes what was cut short', async () => {
    const path = file('again.weft-backup');
    await backup(store, path, options);
    const target = await emptyStore();
    // What a restore leaves that died between two networks.
    const first = [lively, removed].sort()[0] ?? '';
    await target
      .network(first)
      .append(
        (await store.network(first).log(0, 99)).map(({ changes, ...entry }) => ({ ...entry, changes })),
      );
    await restore(target, path, options);
    expect(await everything(target)).toEqual(await everything(store));
    await target.network(lively).commit(setOf([put('organization', org('more'))]));
    await expect(restore(target, path, options)).rejects.toMatchObject({ code: 'STORE_NOT_EMPTY' });
    await target.close();
  });

  it('refuses a file that was cut short, changed, reordered, is newer, or is no backup', async () => {
    const path = file('good.weft-backup');
    await backup(store, path, options);
    const packed = await readFile(path);
    const lines = gunzipSync(packed).toString('utf8').split('\n');
    const bad: Record<string, Uint8Array | string> = {
      cut: packed.subarray(0, packed.length - 20),
      'without manifest': gzipSync(lines.slice(0, -2).join('\n')),
      changed: gzipSync(lines.join('\n').replace('Lively', 'Livery')),
      reordered: gzipSync([lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n')),
      newer: gzipSync(lines.join('\n').replace('"version":1', '"version":2')),
      text: 'not gzip',
      empty: '',
      other: gzipSync('{"format":"other"}\n'),
    };
    const target = await emptyStore();
    for (const [what, bytes] of Object.entries(bad)) {
      await writeFile(file('bad'), bytes);
      await expect(restore(target, file('bad'), options), what).rejects.toMatchObject({
        code: 'BACKUP_NOT_VALID',
      });
    }
    await expect(restore(target, file('none'), options)).rejects.toMatchObject({ code: 'FILE_NOT_READABLE' });
    expect(await target.networkIds()).toEqual([]);
    await target.close();
  });

  it('leaves nothing behind when it is stopped or the folder is not there', async () => {
    const stop = AbortSignal.abort();
    await expect(backup(store, file('stopped.weft-backup'), { signal: stop })).rejects.toThrow();
    await expect(backup(store, file('no/folder.weft-backup'), options)).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
    });
    expect(
      (await readdir(directory)).filter((name) => name.includes('stopped') || name.endsWith('.tmp')),
    ).toEqual([]);
  });
});

describe('copying a store', () => {
  it('copies all networks with their history and never touches the source', async () => {
    const before = await readFile(file('source.db'));
    const source = openStoreToRead('sqlite:source.db', place());
    const target = await emptyStore();
    const copied = await copyStore(source, target, options);
    expect(copied.map(({ id, copied: entries }) => [id, entries]).sort()).toEqual(
      [
        [lively, 5],
        [removed, 2],
      ].sort(),
    );
    expect(await everything(target)).toEqual(await everything(store));
    expect((await copyStore(source, target, options)).map((one) => one.copied)).toEqual([0, 0]);
    await Promise.all([source.close(), target.close()]);
    expect(await readFile(file('source.db'))).toEqual(before);
  });

  it('goes on where it was interrupted', async () => {
    const target = await emptyStore();
    const entries = await store.network(lively).log(0, 3);
    await target.network(lively).append(entries.map((entry: LogEntry) => ({ ...entry })));
    const copied = await copyStore(store, target, options);
    expect(copied.find(({ id }) => id === lively)?.copied).toBe(2);
    expect(await everything(target)).toEqual(await everything(store));
    await target.close();
  });

  it('refuses a target with another history before anything is written to it', async () => {
    const target = await emptyStore();
    await target.network(lively).commit(setOf([put('organization', org('z'))]));
    const before = await everything(target);
    await expect(copyStore(store, target, options)).rejects.toMatchObject({ code: 'COPY_NOT_SAME' });
    expect(await everything(target)).toEqual(before);
    await target.close();
  });

  it('catches up with a source that is written to meanwhile', async () => {
    const source = await emptyStore();
    const target = await emptyStore();
    const commit = (turn: number) =>
      source.network('n').commit(setOf([put('organization', org(`o${turn}`))]));
    await commit(0);
    const writing = Promise.all(Array.from({ length: 300 }, (_, turn) => commit(turn + 1)));
    await copyStore(source, target, options);
    await writing;
    const [copied] = await copyStore(source, target, options);
    expect(copied?.head).toBe(301);
    expect(await everything(target)).toEqual(await everything(source));
    await Promise.all([source.close(), target.close()]);
  });
});
