import { createHash } from 'node:crypto';
import type { BackupManifest } from '#api/services/backup-manifest.ts';
import { backupLines, verifyBackup } from '#api/services/read-backup.ts';
import { DataError } from '#data/errors.ts';
import { stableJson } from '#data/formats/json/stable-json.ts';
import type { HistoryEntry } from '#data/formats/weft/history.ts';
import { historyLine, logBetween } from '#data/history/history-line.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import type { ChangeSet, NetworkId, RecordId, Store } from '#data/store/port.ts';

export interface RestoreOptions {
  readonly signal: AbortSignal;
  /** Who was erased, perhaps after the backup was made: they are not brought back. */
  readonly erased?: (network: NetworkId, person: RecordId) => boolean;
}

/**
 * Restores a backup into an empty store: every network with its whole log, each network all or nothing, and reads it
 * back against the backup's hashes. One that was cut short may be run again on what it left.
 *
 * Errors   FILE_NOT_READABLE, BACKUP_NOT_VALID, STORE_NOT_EMPTY, those of the store
 */
export async function restore(store: Store, path: string, options: RestoreOptions): Promise<BackupManifest> {
  const manifest = await verifyBackup(path);
  const expected = await expectedHashes(path, manifest, options);
  const there = await networksThere(store, expected, options.signal);
  let network: NetworkId | undefined;
  let sets: ChangeSet[] = [];
  const finish = async (): Promise<void> => {
    if (network !== undefined && !there.has(network)) await store.network(network).append(sets);
    sets = [];
  };
  for await (const { network: of, entry } of entriesOf(path, options)) {
    if (of !== network) await finish();
    network = of;
    if (!there.has(network)) sets.push(entry);
  }
  await finish();
  for (const [id, sha256] of expected) {
    if ((await logHash(store, id, options.signal)) === sha256) continue;
    throw new DataError('BACKUP_NOT_VALID', `The network ${id} does not read back as it stands in ${path}.`);
  }
  return manifest;
}

/** The entries of a backup as they are stored: of a person who was erased since, nothing but the id. */
async function* entriesOf(
  path: string,
  { signal, erased }: RestoreOptions,
): AsyncIterable<{ readonly network: NetworkId; readonly entry: HistoryEntry }> {
  for await (const line of backupLines(path)) {
    signal.throwIfAborted();
    const { network, entry } = JSON.parse(line) as { network?: NetworkId; entry?: HistoryEntry };
    if (network === undefined || !entry) continue;
    const changes = entry.changes.map((change) =>
      change.kind === 'person' && change.after && erased?.(network, change.id) === true
        ? { ...change, after: erasedPerson(change.id) }
        : change,
    );
    yield { network, entry: { ...entry, changes } };
  }
}

/** The hash of each network's lines as they will read back: those of the manifest, where nobody was erased since. */
async function expectedHashes(
  path: string,
  { networks }: BackupManifest,
  options: RestoreOptions,
): Promise<ReadonlyMap<NetworkId, string>> {
  const known = new Map(networks.map(({ id, sha256 }) => [id, sha256]));
  if (!options.erased) return known;
  const hashes = new Map(networks.map(({ id }) => [id, createHash('sha256')]));
  for await (const { network, entry } of entriesOf(path, options)) {
    hashes.get(network)?.update(`${stableJson({ network, entry }, `${network}[${entry.revision}]`)}\n`);
  }
  return new Map([...hashes].map(([id, hash]) => [id, hash.digest('hex')]));
}

/** Networks that an earlier run of the same restore has finished. */
async function networksThere(
  store: Store,
  expected: ReadonlyMap<NetworkId, string>,
  signal: AbortSignal,
): Promise<Set<NetworkId>> {
  const ids = await store.networkIds();
  for (const id of ids) {
    if (expected.get(id) === (await logHash(store, id, signal))) continue;
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
