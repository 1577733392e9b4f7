import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-erase-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const canary = 'Quillfeather';

async function bytesWithCanary(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    if (bytes.includes(canary) || bytes.includes(canary.toLowerCase())) found.push(name);
  }
  return found;
}

describe('erasing a person', () => {
  it('leaves nothing in the bytes of the data folder: records, log, search index, free pages, write-ahead log', async () => {
    const store = await SqliteStore.open(join(folder, 'weft.db'));
    const network = store.network('n');
    const commit = async (operation: string, ifRevision: number | null, practice: string) =>
      await network.commit({
        operation,
        author: { name: 'test' },
        at: '2026-01-02T03:04:05Z',
        changes: [
          {
            kind: 'person',
            id: 'p',
            ifRevision,
            after: { id: 'p', name: `Xanthippe ${canary}`, practice, description: canary.repeat(500) },
          },
        ],
      });
    await commit('1', null, 'baker');
    await commit('2', 1, `${canary} & Sons`);
    await commit('3', 2, 'retired');
    expect(await bytesWithCanary()).not.toEqual([]);
    await network.erase('p', { name: 'test' });
    expect(await bytesWithCanary()).toEqual([]);
    expect((await network.read(['p']))[0]?.body).toEqual({ id: 'p', name: 'Erased person' });
    await store.close();
    expect(await bytesWithCanary()).toEqual([]);
  });
});
