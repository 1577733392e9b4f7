import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { importNetwork } from '#api/services/import-network.ts';
import { replay } from '#data/history/replay.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { readSnapshot } from '#data/store/read-snapshot.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';
import { serveOnSmallDisk } from '#test/reliability/disk-full-serve.ts';
import { killAll } from '#test/reliability/served-process.ts';
import { fillUp, type SmallDisk, smallDisk } from '#test/reliability/small-disk.ts';

const signal = new AbortController().signal;
const megabytes = 4;
const ballastBytes = 1_200_000;
const text = (turn: number): string => `${turn} `.repeat(300);

let disk: SmallDisk | undefined;
afterEach(async () => {
  await killAll();
  disk?.remove();
  disk = undefined;
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  return await promise.then(
    () => 'done',
    (error: unknown) => String((error as { code?: string }).code ?? error),
  );
}

/** Writes until the disk is full. Gives the operations that were acknowledged, and the code of the refusals. */
async function fill(store: Store): Promise<{ acknowledged: string[]; codes: Set<string> }> {
  const acknowledged: string[] = [];
  const codes = new Set<string>();
  for (let turn = 0; codes.size === 0; turn++) {
    // Several at once: groups of change sets. The first is the one that finds no room; there would be some for the others.
    const sets = Array.from({ length: 8 }, (_, index) =>
      setOf(
        Array.from({ length: index === 0 ? 24 : 1 }, (_, part) =>
          put(
            'organization',
            org(`o${turn}-${index}-${part}`, index === 0 ? { description: text(turn) } : {}),
          ),
        ),
      ),
    );
    for (const [index, code] of (
      await Promise.all(sets.map((set) => codeOf(store.network('n').commit(set))))
    ).entries()) {
      if (code === 'done') acknowledged.push(sets[index]?.operation ?? '');
      else codes.add(code);
    }
  }
  return { acknowledged, codes };
}

async function check(store: Store, acknowledged: readonly string[]): Promise<void> {
  const log = await store.network('n').log(0, 100_000);
  expect(log.map(({ revision }) => revision)).toEqual(log.map((_, index) => index + 1));
  expect(log.map(({ operation }) => operation)).toEqual(acknowledged);
  const { records } = await readSnapshot(store.network('n'), signal);
  expect(new Map(replay(log).map((one) => [one.id, one]))).toEqual(
    new Map(records.map((one) => [one.id, one])),
  );
  expect((await store.network('n').find({ kind: 'organization', limit: 5 })).items).toHaveLength(5);
}

async function importing(store: Store): Promise<string> {
  const rows = Array.from(
    { length: 3_000 },
    (_, index) => `i${index},Imported ${index},${text(index).slice(0, 400)}\n`,
  );
  const bytes = new TextEncoder().encode(`id,name,description\n${rows.join('')}`);
  const columns = { id: 'id', name: 'name', description: 'description' };
  const mapping = { tables: [{ file: 'a.csv', is: 'organizations' as const, columns }] };
  const read = await readFiles([{ name: 'a.csv', bytes }], { mapping });
  return await codeOf(
    importNetwork(store, {
      read,
      inputHash: 'sha256:a',
      network: 'imported',
      author: { name: 'import' },
      dryRun: false,
      signal,
    }),
  );
}

async function onSmallDisk(folder: string): Promise<void> {
  const ballast = join(folder, 'ballast');
  writeFileSync(ballast, Buffer.alloc(ballastBytes));
  const store = await openStore('sqlite:weft.db', { directory: folder, environment: {} });
  const { acknowledged, codes } = await fill(store);
  expect([...codes]).toEqual(['STORE_FULL']);
  await check(store, acknowledged);
  expect(await importing(store)).toBe('STORE_FULL');
  expect((await store.networks()).map(({ slug }) => slug)).toEqual([]);
  const inside = await codeOf(backup(store, join(folder, 'inside.weft-backup'), { signal }));
  expect(['done', 'DISK_FULL']).toContain(inside);
  const left = readdirSync(folder).filter((name) => name.includes('backup'));
  expect(left).toEqual(inside === 'done' ? ['inside.weft-backup'] : []);
  writeFileSync(ballast, Buffer.alloc(1));
  rmSync(join(folder, 'inside.weft-backup'), { force: true });
  // The rest of the room is filled up, so that not even a small file can be written whole.
  const rest = fillUp(folder);
  expect(await codeOf(backup(store, join(folder, 'full.weft-backup'), { signal }))).toBe('DISK_FULL');
  expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual([]);
  await check(store, acknowledged);
  for (const file of rest) rmSync(file);
  const after = setOf([put('organization', org('after'))]);
  await store.network('n').commit(after);
  await check(store, [...acknowledged, after.operation]);
  await store.close();
  const database = new DatabaseSync(join(folder, 'weft.db'));
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
  database.close();
  console.log(
    `disk full: tmpfs of ${megabytes} MB, ${acknowledged.length} acknowledged, ${acknowledged.length} present, torn 0; edit and ` +
      `import refused with STORE_FULL, a backup left nothing, reads went on, writes went on after room was made; integrity ok`,
  );
}

describe('a full disk', () => {
  it('refuses edit, import and backup, tears nothing, reads on, and goes on when there is room', async () => {
    disk = smallDisk(megabytes);
    await onSmallDisk(disk.folder);
  });

  it('under weft serve: 507 for what must write, reads go on, and writes again without a restart', async () => {
    disk = smallDisk(8);
    await serveOnSmallDisk(disk.folder);
  });
});
