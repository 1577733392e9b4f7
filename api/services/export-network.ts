import { ApiError } from '#api/errors.ts';
import { networkDataAt } from '#api/services/snapshot.ts';
import type { WriteResult } from '#data/formats/format.ts';
import { formats } from '#data/formats/registry.ts';
import { writtenIds } from '#data/formats/written-ids.ts';
import { logBetween } from '#data/history/history-line.ts';
import type { LogEntry, NetworkInfo, Revision, Store } from '#data/store/port.ts';

export interface ExportResult extends WriteResult {
  /** The revision that was written. */
  readonly revision: Revision;
}

/**
 * A network of a store, as it is or was known at a revision, in any format that Weft writes, with what that format cannot
 * hold. Weft JSON holds everything,
 * the history too. Errors: FORMAT_NOT_WRITABLE, those of the store
 */
export async function exportNetwork(
  store: Store,
  { id, revision: wanted }: Pick<NetworkInfo, 'id'> & { readonly revision?: Revision },
  format: string,
  signal: AbortSignal,
): Promise<ExportResult> {
  const chosen = formats.find((one) => one.id === format && one.write !== undefined);
  if (!chosen?.write) {
    throw new ApiError(
      'FORMAT_NOT_WRITABLE',
      `${JSON.stringify(format)} is no format that Weft writes; accepted: ${writtenIds.join(', ')}.`,
    );
  }
  const network = store.network(id);
  const { revision, data } = await networkDataAt(network, wanted, signal);
  const history: LogEntry[] = [];
  if (format === 'weft') {
    for await (const entry of logBetween(network, 0, revision, signal)) history.push(entry);
  }
  return { revision, ...(await chosen.write(data, { history })) };
}
