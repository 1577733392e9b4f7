import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TaskContext } from '#api/host/job.ts';
import { importNetwork, type ImportResult } from '#api/services/import-network.ts';
import { readInputFile } from '#api/services/read-file.ts';
import type { InputFile } from '#data/formats/format.ts';
import { inputHash } from '#data/ingest/input-hash.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { isStoreThere, openStore, openStoreToRead } from '#data/store/open-store.ts';
import type { Store } from '#data/store/port.ts';

export interface ImportInput {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** What messages and mappings call them, where that is not the base name of the path. */
  readonly names?: readonly string[];
  readonly mapFile: string | undefined;
  readonly format: string | undefined;
  readonly source: string | undefined;
  readonly skipBadRows: boolean;
  /** The address of the store, and what a path in it is relative to. */
  readonly store: string;
  readonly directory: string;
  readonly network: string | undefined;
  readonly dryRun: boolean;
  readonly author: string;
  readonly operation?: string;
}

/**
 * Reads files and takes them into a network of the store, all or nothing: in the host, so that neither a hostile file
 * nor a large one holds up anybody else. Ended at any moment, it leaves the store as it was.
 *
 * Errors   INPUT_NOT_VALID, FILE_NOT_READABLE, those of the store
 */
export async function importTask(
  input: ImportInput,
  { signal, progress, environment }: TaskContext,
): Promise<ImportResult> {
  progress('read', 0);
  const files = await sentFiles(input);
  const mapFile = input.mapFile === undefined ? undefined : await readInputFile(input.mapFile);
  const read = await readFiles(files, {
    format: input.format,
    skipBadRows: input.skipBadRows,
    history: true,
    signal,
    ...(input.source === undefined ? {} : { source: input.source }),
    ...(mapFile === undefined ? {} : { mapping: parseMapping(mapFile) }),
  });
  progress('store', 0);
  const { store, close } = await storeFor(input, environment);
  try {
    return await importNetwork(store, {
      read,
      inputHash: inputHash({ files: files.map(({ bytes }) => bytes), mapping: mapFile?.bytes }),
      network: input.network,
      author: { name: input.author },
      reason: `Import of ${files.map(({ name }) => name).join(', ')}`.normalize('NFC').slice(0, 2_000),
      dryRun: input.dryRun,
      signal,
      ...(input.operation === undefined ? {} : { operation: input.operation }),
    });
  } finally {
    await close();
  }
}

/** The store of an import. A dry run makes none: it looks into an empty one that goes with it. */
async function storeFor(
  { store: url, directory, dryRun }: ImportInput,
  environment: TaskContext['environment'],
): Promise<{ readonly store: Store; readonly close: () => Promise<void> }> {
  const place = { directory, environment };
  if (!dryRun || isStoreThere(url, place)) {
    const store = dryRun ? openStoreToRead(url, place) : await openStore(url, place);
    return { store, close: () => store.close() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'weft-dry-run-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const store = await openStore('sqlite:weft.db', { directory: folder, environment });
    return { store, close: () => store.close().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The files under the names that their sender gave them. Errors: FILE_NOT_READABLE */
export async function sentFiles({
  files,
  names,
}: Pick<ImportInput, 'files' | 'names'>): Promise<InputFile[]> {
  return (await Promise.all(files.map(readInputFile))).map((file, index) => ({
    ...file,
    name: names?.[index] ?? file.name,
  }));
}
