import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { restore } from '#api/services/restore.ts';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

let directory = '';
let opened = 0;
const options = { signal: new AbortController().signal };
const lively = 'lively';
const file = (name: string): string => join(directory, name);
const emptyStore = async (): Promise<Store> =>
  await openStore(`sqlite:${++opened}.db`, { directory, environment: {} });
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-backups-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('a backup while others write', () => {
  it(
    'is an exact prefix of the acknowledged log while others write, ten times',
    { timeout: 60_000 },
    async () => {
      const busy = await emptyStore();
      const network = busy.network(lively);
      const stop = { now: false };
      const acknowledged: string[] = [];
      const writing = (async () => {
        for (let turn = 0; !stop.now; turn++) {
          const set = setOf([put('organization', org(`o${turn}`))]);
          await network.commit(set);
          acknowledged.push(set.operation);
        }
      })();
      const prefixes: number[] = [];
      for (let turn = 0; turn < 10; turn++) {
        const path = file(`busy-${turn}.weft-backup`);
        const before = acknowledged.length;
        const manifest = await backup(busy, path, options);
        const target = await emptyStore();
        await restore(target, path, options);
        const log = await target.network(lively).log(0, 100_000);
        expect(log.map(({ operation }) => operation)).toEqual(acknowledged.slice(0, log.length));
        expect(log.length).toBeGreaterThanOrEqual(before);
        expect(log.length).toBe(manifest.networks[0]?.head ?? 0);
        prefixes.push(log.length);
        await target.close();
      }
      stop.now = true;
      await writing;
      await busy.close();
      console.log(`backup while written to: prefixes of ${prefixes.join(', ')} entries, each exact`);
    },
  );
});
