import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import { storeEdgeSuite } from './store-edge.suite.ts';
import { storeModelSuite } from './store-model.suite.ts';
import { storeSearchSuite } from './store-search.suite.ts';
import { storeUndoSuite } from './store-undo.suite.ts';
import { storeSuite, type StoreUnderTest } from './store.suite.ts';

let folder: string | undefined;
const path = async (): Promise<string> =>
  join((folder ??= await mkdtemp(join(tmpdir(), 'weft-store-'))), 'weft.db');

const engine: StoreUnderTest = {
  name: 'SQLite',
  open: async () => await SqliteStore.open(await path()),
  reopen: async () => await SqliteStore.open(await path()),
};

storeSuite(engine);
storeSearchSuite(engine);
storeUndoSuite(engine);
storeEdgeSuite(engine);
storeModelSuite(engine, { runs: 40, timeoutMs: 120_000 });

afterAll(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});
