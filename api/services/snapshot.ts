import type { Kind } from '#data/model/define-record.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import { knownAt } from '#data/history/known-at.ts';
import type { NetworkStore, Revision } from '#data/store/port.ts';
import {
  networkDataOf,
  networkDataOfColumns,
  readColumns,
  recordsOf,
  type Snapshot,
} from '#data/store/read-snapshot.ts';

/**
 * The records of some kinds as they are, or as they were known at a revision.
 *
 * Output   in the order of creation, and the revision they are of
 * Cost     O(records), and O(changes since) for an earlier revision
 */
export async function storedAt(
  network: NetworkStore,
  wanted: readonly Kind[],
  revision: Revision | undefined,
  signal: AbortSignal,
): Promise<Snapshot> {
  const present = await readColumns(network, signal, wanted);
  if (revision === undefined || revision >= present.revision) return recordsOf(present);
  return await knownAt(network, present, revision, wanted);
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
  const then = await knownAt(network, present, revision);
  return { data: networkDataOf(then.records), revision };
}
