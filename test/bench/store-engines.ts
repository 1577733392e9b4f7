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
  readonly promised: Promises;
}

/** What is promised of an engine, as the table says it; empty: nothing. */
export interface Promises {
  readonly import: string;
  readonly snapshot: string;
  readonly reads: string;
  readonly writes: string;
  readonly knownAt: string;
}

/** The embedded engine. */
export const sqliteEngine: StoreEngine = {
  name: 'SQLite',
  open: async (folder) => await openStore('sqlite:weft.db', { directory: folder, environment: {} }),
  size: async (folder) => (await stat(join(folder, 'weft.db'))).size,
  promised: {
    import: '< 15 s',
    snapshot: '< 1 s',
    reads: '≥ 2,000/s',
    writes: '≥ 800/s, p99 < 150 ms',
    knownAt: '< 1 s',
  },
};
