import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';

/** A store engine as the benchmark takes it. */
export interface StoreEngine {
  readonly name: string;
  /** An empty store; the folder is its own and is removed afterwards. */
  readonly open: (folder: string) => Promise<Store>;
  /** What it keeps on the disk, in bytes; null: not known. */
  readonly size: (folder: string) => Promise<number | null>;
}

const sqlite: StoreEngine = {
  name: 'SQLite',
  open: async (folder) => await openStore('sqlite:weft.db', { directory: folder, environment: {} }),
  size: async (folder) => (await stat(join(folder, 'weft.db'))).size,
};

/** One line an engine: all are timed in the same run, on the same records. */
export const storeEngines: readonly StoreEngine[] = [sqlite];
