import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { backupsWhileWritten } from '#test/reliability/backups-while-written.ts';
import { emptyDatabase, openTestStore } from './open-test-store.ts';

let directory = '';
let opened = 0;
const emptySqlite = async (): Promise<Store> =>
  await openStore(`sqlite:${++opened}.db`, { directory, environment: {} });
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'weft-backup-'));
  await emptyDatabase();
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('a backup while others write is an exact prefix of the acknowledged log', () => {
  it('of Neo4j, restored into SQLite', async () => {
    const busy = await openTestStore();
    const prefixes = await backupsWhileWritten(busy, emptySqlite, 10);
    await busy.close();
    expect(prefixes.at(-1)).toBeGreaterThan(0);
    console.log(`backup of Neo4j while written to: prefixes of ${prefixes.join(', ')} entries, each exact`);
  });

  it('of SQLite, restored into Neo4j', async () => {
    const busy = await emptySqlite();
    const emptyNeo4j = async (): Promise<Store> => {
      await emptyDatabase();
      return await openTestStore();
    };
    const prefixes = await backupsWhileWritten(busy, emptyNeo4j, 3);
    await busy.close();
    expect(prefixes.at(-1)).toBeGreaterThan(0);
    console.log(
      `backup of SQLite, restored into Neo4j: prefixes of ${prefixes.join(', ')} entries, each exact`,
    );
  });
});
