import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { checkAborted } from '#analysis/errors.ts';
import { type BackupManifest, backupFormat, backupVersion } from '#api/services/backup-manifest.ts';
import { writeWhole } from '#api/services/write-whole.ts';
import { historyLine, logBetween } from '#data/history/history-line.ts';
import type { NetworkId, Revision, Store } from '#data/store/port.ts';

/**
 * Writes every network of a store, with its whole log, into one file: gzip of JSON lines, first what it is, then a line
 * an entry, last the manifest with a hash a network and one over all lines before. Written while others go on writing:
 * each network is an exact prefix of its log, as it was when the backup began.
 *
 * Errors   FILE_NOT_WRITABLE (nothing is left behind), ABORTED, those of the store
 */
export async function backup(
  store: Store,
  path: string,
  options: { readonly signal: AbortSignal; readonly now?: () => string },
): Promise<BackupManifest> {
  const heads: { id: NetworkId; head: Revision }[] = [];
  for (const id of (await store.networkIds()).toSorted()) {
    heads.push({ id, head: await store.network(id).head() });
  }
  const at = (options.now ?? (() => new Date().toISOString()))();
  const writing = { manifest: null as BackupManifest | null };
  const lines = backupLines(store, heads, at, options.signal, (manifest) => {
    writing.manifest = manifest;
  });
  const { signal } = options;
  const write = async (gzip: AsyncIterable<Uint8Array>): Promise<void> => {
    await writeWhole(path, gzip);
  };
  await pipeline(Readable.from(lines), createGzip(), write, { signal }).catch((error: unknown) => {
    checkAborted(signal);
    throw error;
  });
  if (!writing.manifest) throw new Error('The backup ended before its manifest.');
  return writing.manifest;
}

async function* backupLines(
  store: Store,
  heads: readonly { id: NetworkId; head: Revision }[],
  at: string,
  signal: AbortSignal,
  done: (manifest: BackupManifest) => void,
): AsyncIterable<string> {
  const all = createHash('sha256');
  const first = `${JSON.stringify({ format: backupFormat, version: backupVersion })}\n`;
  all.update(first);
  yield first;
  const networks: BackupManifest['networks'][number][] = [];
  for (const { id, head } of heads) {
    const own = createHash('sha256');
    for await (const entry of logBetween(store.network(id), 0, head, signal)) {
      const line = `${historyLine(id, entry)}\n`;
      own.update(line);
      all.update(line);
      yield line;
    }
    networks.push({ id, head, sha256: own.digest('hex') });
  }
  const manifest = { at, networks, sha256: all.digest('hex') };
  done(manifest);
  yield `${JSON.stringify({ manifest })}\n`;
}
