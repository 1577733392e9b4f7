import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JobQueue } from '#api/host/job-queue.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import { ResultFiles } from '#api/host/result-files.ts';
import { keepMade, keptResult, type ResultDeps } from '#api/services/kept-results.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';

let folder: string;
let store: Store;
let queue: JobQueue;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-kept-'));
  store = await openStore('sqlite:weft.db', { directory: folder, environment: {} });
  queue = new JobQueue(new LocalJobs(), {
    memoryMb: 512,
    deadlineMs: 60_000,
    atOnce: { imports: 1, others: 1 },
    waiting: 10,
  });
});
afterEach(async () => {
  await queue.stop();
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function deps(sources: string): ResultDeps {
  const files = new ResultFiles(folder, { bytes: 1e9, days: 1 });
  return { store, storeUrl: 'sqlite:weft.db', storeDirectory: folder, files, queue, sources };
}

describe('a kept result', () => {
  it('is known to the code that made it, and made anew by any other', async () => {
    const after = { id: 'two', slug: 'two', name: 'Two' };
    const made = { kind: 'network', id: 'two', ifRevision: null, after } as const;
    const set = { operation: 'o1', author: { name: 'test' }, at: '2026-01-01T00:00:00Z', changes: [made] };
    const { revision } = await store.network('two').commit(set);
    const view = { kind: 'view' } as const;
    await keepMade(deps('this code'), { slug: 'two', revision }, view, new TextEncoder().encode('{}\n'));
    expect(await keptResult(deps('this code'), 'two', {}, view, 0)).toMatchObject({ job: null });
    expect((await keptResult(deps('other code'), 'two', {}, view, 0)).job).not.toBeNull();
  });
});
