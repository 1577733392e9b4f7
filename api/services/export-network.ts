import { ApiError } from '#api/errors.ts';
import type { WriteResult } from '#data/formats/format.ts';
import { formats } from '#data/formats/registry.ts';
import type { LogEntry, NetworkInfo, NetworkStore, Revision, Store } from '#data/store/port.ts';
import { networkDataOf, readSnapshot } from '#data/store/read-snapshot.ts';

/** Entries read at a time. */
const batch = 500;

export interface ExportResult extends WriteResult {
  /** The revision that was written. */
  readonly revision: Revision;
}

/**
 * A network of a store in any format that Weft writes, with what that format cannot hold. Weft JSON holds everything,
 * the history too. Errors: FORMAT_NOT_WRITABLE, those of the store
 */
export async function exportNetwork(
  store: Store,
  info: Pick<NetworkInfo, 'id'>,
  format: string,
  signal: AbortSignal,
): Promise<ExportResult> {
  const chosen = formats.find(({ id, write }) => id === format && write !== undefined);
  if (!chosen?.write) {
    const written = formats.filter(({ write }) => write !== undefined).map(({ id }) => id);
    throw new ApiError(
      'FORMAT_NOT_WRITABLE',
      `${JSON.stringify(format)} is no format that Weft writes; accepted: ${written.join(', ')}.`,
    );
  }
  const network = store.network(info.id);
  const { revision, records } = await readSnapshot(network, signal);
  const extras = format === 'weft' ? { history: await readHistoryUpTo(network, revision) } : {};
  return { revision, ...(await chosen.write(networkDataOf(records), extras)) };
}

/** The whole log up to a revision, whatever is committed meanwhile. */
async function readHistoryUpTo(network: NetworkStore, head: Revision): Promise<LogEntry[]> {
  const history: LogEntry[] = [];
  while (history.length < head) {
    const entries = await network.log(history.length, Math.min(batch, head - history.length));
    if (entries.length === 0) break;
    history.push(...entries);
  }
  return history;
}

/** The network with that slug. Errors: NETWORK_NOT_FOUND, with those that there are */
export async function networkBySlug(store: Pick<Store, 'networks'>, slug: string): Promise<NetworkInfo> {
  const networks = await store.networks();
  const found = networks.find((info) => info.slug === slug);
  if (found) return found;
  const there = networks.map((info) => info.slug).slice(0, 20);
  throw new ApiError(
    'NETWORK_NOT_FOUND',
    `There is no network ${JSON.stringify(slug)} in the store; ${there.length === 0 ? 'it holds none' : `there are ${there.join(', ')}`}.`,
  );
}
