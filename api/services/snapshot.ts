import type { Kind } from '#data/model/define-record.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { rewind } from '#data/history/rewind.ts';
import type { NetworkStore, Revision } from '#data/store/port.ts';
import {
  networkDataOf,
  networkDataOfColumns,
  readColumns,
  readSnapshot,
  recordsOf,
  type Snapshot,
} from '#data/store/read-snapshot.ts';

/**
 * The records of some kinds as they are, or as they were known at a revision.
 *
 * Output   in the order of creation (what has been removed since that revision last), and the revision they are of
 * Cost     O(records), and O(changes since) for an earlier revision
 */
export async function storedAt(
  network: NetworkStore,
  wanted: readonly Kind[],
  revision: Revision | undefined,
  signal: AbortSignal,
): Promise<Snapshot> {
  const present = await readSnapshot(network, signal, wanted);
  if (revision === undefined || revision >= present.revision) return present;
  const then = await rewind(present.records, network.logBack(revision));
  return { records: then.filter(({ kind }) => wanted.includes(kind)), revision };
}

/** The same as one value in memory, all kinds. */
export async function networkDataAt(
  network: NetworkStore,
  revision: Revision | undefined,
  signal: AbortSignal,
): Promise<{ data: NetworkData; revision: Revision }> {
  const present = await readColumns(network, signal);
  if (revision === undefined || revision >= present.revision)
    return { data: networkDataOfColumns(present), revision: present.revision };
  const then = await rewind(recordsOf(present).records, network.logBack(revision));
  return { data: networkDataOf(then), revision };
}
