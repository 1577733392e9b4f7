import { createHash } from 'node:crypto';
import type { BackupManifest } from '#api/services/backup-manifest.ts';
import { backupLines, verifyBackup } from '#api/services/read-backup.ts';
import { DataError } from '#data/errors.ts';
import type { HistoryEntry } from '#data/formats/weft/history.ts';
import { historyLine, logBetween } from '#data/history/history-line.ts';
import type { ChangeSet, NetworkId, Store } from '#data/store/port.ts';

/**
 * Restores a backup into an empty store: every network with its whole log, each network all or nothing, and reads it
 * back against the backup's hashes. One that was cut short may be run again on what it left.
 *
 * Errors   FILE_NOT_READABLE, BACKUP_NOT_VALID, STORE_NOT_EMPTY, those of the store
 */
export async function restore(
  store: Store,
  path: string,
  options: { readonly signal: AbortSignal },
): Promise<BackupManifest> {
  const manifest = await verifyBackup(path);
  const there = await networksThere(store, manifest, options.signal);
  let network: NetworkId | undefined;
  let sets: ChangeSet[] = [];
  const finish = async (): Promise<void> => {
    if (network !== undefined && !there.has(network)) await store.network(network).append(sets);
    sets = [];
  };
  for await (const line of backupLines(path)) {
    options.signal.throwIfAborted();
    const parsed = JSON.parse(line) as { network?: NetworkId; entry?: HistoryEntry };
    if (parsed.network === undefined || !parsed.entry) continue;
    if (parsed.network !== network) await finish();
    network = parsed.network;
    if (!there.has(network)) sets.push(parsed.entry);
  }
  await finish();
  for (const { id, sha256 } of manifest.networks) {
    if ((await logHash(store, id, options.signal)) === sha256) continue;
    throw new DataError('BACKUP_NOT_VALID', `The network ${id} does not read back as it stands in ${path}.`);
  }
  return manifest;
}

/** Networks that an earlier run of the same restore has finished. */
async function networksThere(
  store: Store,
  { networks }: BackupManifest,
  signal: AbortSignal,
): Promise<Set<NetworkId>> {
  const ids = await store.networkIds();
  for (const id of ids) {
    const known = networks.find((network) => network.id === id);
    if (known && known.sha256 === (await logHash(store, id, signal))) continue;
    throw new DataError(
      'STORE_NOT_EMPTY',
      `The store holds the network ${id}, which is not as in the backup.`,
      'Restore into a new store: --store sqlite:NEW.db.',
    );
  }
  return new Set(ids);
}

async function logHash(store: Store, id: NetworkId, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const network = store.network(id);
  for await (const entry of logBetween(network, 0, await network.head(), signal)) {
    hash.update(`${historyLine(id, entry)}\n`);
  }
  return hash.digest('hex');
}
