import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { erasePerson } from '#api/services/erase-person.ts';
import { erasuresIn } from '#api/services/erasures.ts';
import { restore } from '#api/services/restore.ts';
import { ResultFiles } from '#api/host/result-files.ts';
import { openStore } from '#data/store/open-store.ts';
import { put, setOf } from '#test/contract/store.suite.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

const canary = 'Quillfeather';
const signal = new AbortController().signal;
let served: Served;
beforeAll(async () => {
  served = await serveApp();
  const network = served.store.network('net');
  const person = (name: string) => ({ id: 'p', name, practice: `baker ${canary}`, topics: [canary] });
  await network.commit(
    setOf([
      put('network', { id: 'net', slug: 'valley', name: 'Valley' }),
      put('organization', { id: 'o', name: 'Bakery' }),
      put('person', person(`Xanthippe ${canary}`)),
      put('relationship', { id: 'r', from: 'o', to: 'p', kind: 'refers', direction: 'mutual' }),
    ]),
  );
  await network.commit(setOf([put('person', person(`Xanthippe ${canary} Vale`), 1)]));
});
afterAll(() => served.close());

/** Every file below a folder whose bytes hold the name in any case, as they are or unpacked. */
async function filesWithCanary(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const plain = bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])) ? gunzipSync(bytes) : bytes;
    if (plain.toString('latin1').toLowerCase().includes(canary.toLowerCase())) found.push(entry.name);
  }
  return found;
}

describe('the erasure of a person', () => {
  it('leaves nothing in the whole data folder, and an older backup does not bring the person back', async () => {
    const { folder, store, api } = served;
    const elsewhere = await mkdtemp(join(tmpdir(), 'weft-older-'));
    const old = join(elsewhere, 'older.weft-backup');
    await backup(store, old, { signal });
    const lens = { nodes: 'both' };
    const asked = `${api}/networks/valley/findings?wait=60&lens=${encodeURIComponent(JSON.stringify(lens))}`;
    expect(JSON.stringify((await send('GET', asked)).body)).toContain(canary);
    expect((await fetch(`${api}/networks/valley/exports/weft?wait=60`)).status).toBe(200);
    await mkdir(join(folder, 'uploads/999999999-left'), { recursive: true });
    await writeFile(join(folder, 'uploads/999999999-left/file'), canary);
    await writeFile(join(folder, 'weft.db.before-schema-2'), canary);
    const before = await filesWithCanary(folder);
    expect(before.length).toBeGreaterThanOrEqual(5);

    const files = new ResultFiles(folder, { bytes: 1e9, days: 90 });
    await erasePerson({ store, dataFolder: folder, files }, 'valley', 'p');
    expect(await filesWithCanary(folder)).toEqual([]);
    expect(JSON.stringify((await send('GET', asked)).body)).not.toContain(canary);
    expect(JSON.stringify((await send('GET', `${api}/networks/valley/history`)).body)).not.toContain(canary);
    expect((await send('GET', `${api}/networks/valley/people?q=${canary}`)).body['items']).toEqual([]);

    expect(await filesWithCanary(elsewhere)).toEqual(['older.weft-backup']);
    const target = await openStore('sqlite:restored.db', { directory: folder, environment: {} });
    const erased = await erasuresIn(folder);
    await restore(target, old, { signal, erased });
    // A second run, as after a crash, finds everything done.
    await restore(target, old, { signal, erased });
    expect((await target.network('net').read(['p', 'r'])).map(({ body }) => body)).toEqual([
      { id: 'p', name: 'Erased person' },
      expect.objectContaining({ from: 'o', to: 'p' }),
    ]);
    expect(await target.network('net').head()).toBe(2);
    await target.close();
    expect(await filesWithCanary(folder)).toEqual([]);
    await rm(elsewhere, { recursive: true });
    console.log(
      `erasure: ${before.length} files held the person, 0 afterwards; an older backup restored without the person`,
    );
  });
});
