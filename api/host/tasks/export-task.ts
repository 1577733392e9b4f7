import { zipSync } from 'fflate';
import type { TaskContext } from '#api/host/job.ts';
import { exportNetwork } from '#api/services/export-network.ts';
import { findNetwork } from '#api/services/find-network.ts';
import type { StoredNetworkName } from '#api/services/network-request.ts';
import { writeWhole } from '#api/services/write-whole.ts';
import type { Loss, OutputFile } from '#data/formats/format.ts';
import { formats } from '#data/formats/registry.ts';
import { openStoreToRead } from '#data/store/open-store.ts';

export interface ExportInput {
  readonly stored: StoredNetworkName;
  readonly format: string;
  /** Where the file goes; what is to be said about it goes beside it, under the ending .about. */
  readonly path: string;
}

/** What is to be said about an exported file. */
export interface AboutExport {
  readonly name: string;
  readonly losses: readonly Loss[];
}

/** The time of every entry of a ZIP: the same network, the same bytes. */
const zipTime = new Date(1980, 0, 1);

/** Errors: NOT_FOUND, FORMAT_NOT_WRITABLE, those of the store */
export async function exportTask(
  { stored, format, path }: ExportInput,
  { signal, progress, environment }: TaskContext,
): Promise<null> {
  progress('read', 0);
  const store = openStoreToRead(stored.store, { directory: stored.storeDirectory, environment });
  try {
    const { id } = await findNetwork(store, stored.slug);
    const { revision } = stored;
    const { files, losses } = await exportNetwork(
      store,
      { id, ...(revision === undefined ? {} : { revision }) },
      format,
      signal,
    );
    progress('write', 0);
    const ending = formats.find(({ id }) => id === format)?.extensions[0] ?? format;
    const { name, bytes } = oneFile(stored.slug, ending, files);
    await writeWhole(`${path}.about`, JSON.stringify({ name, losses } satisfies AboutExport));
    await writeWhole(path, bytes);
    return null;
  } finally {
    await store.close();
  }
}

function oneFile(
  slug: string,
  ending: string,
  files: readonly OutputFile[],
): { name: string; bytes: Uint8Array } {
  const [first] = files;
  if (first && files.length === 1) return { name: `${slug}.${ending}`, bytes: first.bytes };
  const entries = files.map(({ suffix, bytes }) => [
    suffix === '' ? `${slug}.${ending}` : `${slug}${suffix}`,
    [bytes, { mtime: zipTime }],
  ]);
  return {
    name: `${slug}-${ending}.zip`,
    bytes: zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]),
  };
}
