import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { backupsWhileWritten } from '#test/reliability/backups-while-written.ts';

let directory = '';
let opened = 0;
const emptyStore = async (): Promise<Store> =>
  await openStore(`sqlite:${++opened}.db`, { directory, environment: {} });
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-backup-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

it(
  'a backup is an exact prefix of the acknowledged log while others write, ten times',
  { timeout: 60_000 },
  async () => {
    const busy = await emptyStore();
    const prefixes = await backupsWhileWritten(busy, emptyStore, 10);
    await busy.close();
    expect(prefixes.at(-1)).toBeGreaterThan(0);
    console.log(`backup while written to: prefixes of ${prefixes.join(', ')} entries, each exact`);
  },
);
