import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { backup } from '#api/services/backup.ts';
import { restore } from '#api/services/restore.ts';
import type { Store } from '#data/store/port.ts';
import { org, put, setOf } from '#test/contract/store.suite.ts';

const options = { signal: new AbortController().signal };

/**
 * Backs a store up again and again while changes are committed to it; each backup, restored elsewhere, must be an exact
 * prefix of the acknowledged log, with everything in it that had been acknowledged when it began.
 *
 * @param emptyStore  a store for each restoring, closed afterwards
 * Output  how many entries each backup held
 */
export async function backupsWhileWritten(
  busy: Store,
  emptyStore: () => Promise<Store>,
  turns: number,
): Promise<number[]> {
  const folder = await mkdtemp(join(tmpdir(), 'weft-backups-'));
  const network = 'lively';
  const stop = { now: false };
  const acknowledged: string[] = [];
  const writing = (async () => {
    for (let turn = 0; !stop.now; turn++) {
      const set = setOf([put('organization', org(`o${turn}`))]);
      await busy.network(network).commit(set);
      acknowledged.push(set.operation);
    }
  })();
  const prefixes: number[] = [];
  try {
    for (let turn = 0; turn < turns; turn++) {
      const path = join(folder, `${turn}.weft-backup`);
      const before = acknowledged.length;
      const manifest = await backup(busy, path, options);
      const target = await emptyStore();
      await restore(target, path, options);
      const log = await target.network(network).log(0, 100_000);
      await target.close();
      expect(log.map(({ operation }) => operation)).toEqual(acknowledged.slice(0, log.length));
      expect(log.length).toBeGreaterThanOrEqual(before);
      expect(log.length).toBe(manifest.networks.find(({ id }) => id === network)?.head ?? 0);
      prefixes.push(log.length);
    }
  } finally {
    stop.now = true;
    await writing;
    await rm(folder, { recursive: true, force: true });
  }
  return prefixes;
}
