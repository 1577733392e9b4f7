import { resolve } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { OptionDefinition, OptionValues, Terminal } from '#api/cli/define-command.ts';
import { isStoreThere, openStore, openStoreToRead } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';
import { storeUrl } from '#data/store/store-url.ts';

/** The same words in every command that uses a store. */
export const storeOption = {
  store: {
    type: 'string',
    value: 'URL',
    describe:
      'the store: sqlite:PATH or neo4j://USER@HOST:PORT/DATABASE (WEFT_STORE, else weft.db in WEFT_DATA, else weft-data/weft.db)',
  },
} as const satisfies Record<string, OptionDefinition>;

/** The address of the store that a command line means. */
export function storeOf(options: OptionValues, terminal: Terminal): string {
  return storeUrl(text(options.store), terminal);
}

/** Where results, uploads and notes of erasures are: WEFT_DATA, else weft-data. */
export function dataFolderOf({ directory, environment }: Terminal): string {
  const data = environment.WEFT_DATA;
  return resolve(directory, data === undefined || data === '' ? 'weft-data' : data);
}

/**
 * Runs something on a store, which is closed whatever comes of it. Only 'write' makes one that is not there; to 'change'
 * it must be.
 */
export async function withStore<Value>(
  url: string,
  terminal: Terminal,
  mode: 'read' | 'write' | 'change',
  run: (store: Store) => Promise<Value>,
): Promise<Value> {
  const reads = mode === 'read' || (mode === 'change' && !isStoreThere(url, terminal));
  const store = reads ? openStoreToRead(url, terminal) : await openStore(url, terminal);
  try {
    return await run(store);
  } finally {
    await store.close();
  }
}

/** An option that a command cannot do without. Errors: USAGE */
export function needed(name: string, options: OptionValues, why: string): string {
  const value = text(options[name]);
  if (value === undefined) throw new ApiError('USAGE', `--${name} is missing; it says ${why}.`);
  return value;
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
