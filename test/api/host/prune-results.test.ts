import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pruneResults } from '#api/host/prune-results.ts';
import { ResultFiles } from '#api/host/result-files.ts';

const day = 86_400_000;
const now = Date.now();
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-results-'));
  await mkdir(join(folder, 'n'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, bytes: number, daysAgo: number): Promise<void> {
  const used = new Date(now - daysAgo * day);
  await writeFile(join(folder, 'n', name), Buffer.alloc(bytes));
  await utimes(join(folder, 'n', name), used, used);
}
const left = async (): Promise<string[]> => (await readdir(join(folder, 'n'))).sort();

describe('pruneResults', () => {
  it('keeps what fits to the byte, and lets the longest unused go first', async () => {
    await put('a.json', 100, 3);
    await put('b.json', 100, 2);
    await put('c.export', 100, 1);
    await put('c.export.about', 10, 1);
    await pruneResults(folder, { bytes: 300, days: 90 }, now);
    expect(await left()).toEqual(['a.json', 'b.json', 'c.export', 'c.export.about']);
    await pruneResults(folder, { bytes: 299, days: 90 }, now);
    expect(await left()).toEqual(['b.json', 'c.export', 'c.export.about']);
    await pruneResults(folder, { bytes: 99, days: 90 }, now);
    expect(await left()).toEqual([]);
  });

  it('lets go what nobody asked for in its days', async () => {
    await put('old.json', 1, 91);
    await put('at-the-limit.json', 1, 90);
    await put('new.json', 1, 89);
    await pruneResults(folder, { bytes: 1_000, days: 90 }, now);
    expect(await left()).toEqual(['at-the-limit.json', 'new.json']);
  });

  it('removes what a killed process left half-written, and not what is being written', async () => {
    await put('.a.json.1.tmp', 5, 1);
    await put('.b.json.2.tmp', 5, 0);
    await pruneResults(folder, { bytes: 1_000, days: 90 }, now);
    expect(await left()).toEqual(['.b.json.2.tmp']);
  });

  it('counts a result that is asked for as used', async () => {
    const files = new ResultFiles(folder, { bytes: 1_000, days: 90 });
    const path = files.path('network', 'key', 'json');
    expect(await files.has(path)).toBe(false);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, 'result\n');
    const used = new Date(now - 100 * day);
    await utimes(path, used, used);
    expect(await files.has(path)).toBe(true);
    await pruneResults(join(folder, 'results'), { bytes: 1_000, days: 99 }, now);
    expect(await files.has(path)).toBe(true);
    await files.removeAll('network');
    expect(await files.has(path)).toBe(false);
  });

  it('finds nothing to do where there is no folder', async () => {
    await pruneResults(join(folder, 'none'), { bytes: 1, days: 1 }, now);
    expect(await left()).toEqual([]);
  });
});
