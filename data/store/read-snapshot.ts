import { kinds, type Kind } from '#data/model/define-record.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';
import type { Columns, NetworkStore, Revision, Stored } from '#data/store/port.ts';

/** Records of one revision of a network. */
export interface Snapshot {
  readonly revision: Revision;
  /** Kind by kind, each in the order of creation. */
  readonly records: readonly Stored[];
}

/** The same, column by column. */
export interface ColumnSnapshot {
  readonly revision: Revision;
  readonly batches: readonly Columns[];
}

/** Reads a network's records of some kinds (all), of one revision. Cost O(records). Errors: ABORTED, the store's. */
export async function readColumns(
  network: NetworkStore,
  signal: AbortSignal,
  wanted: readonly Kind[] = kinds,
): Promise<ColumnSnapshot> {
  const batches: Columns[] = [];
  // A network without any record gives no batch; its head was read before, and nothing of it is in the snapshot.
  let revision = await network.head();
  for await (const batch of network.scan(wanted, signal)) {
    revision = batch.head;
    batches.push(batch);
  }
  return { revision, batches };
}

/** The same, record by record. */
export async function readSnapshot(
  network: NetworkStore,
  signal: AbortSignal,
  wanted: readonly Kind[] = kinds,
): Promise<Snapshot> {
  return recordsOf(await readColumns(network, signal, wanted));
}

export function recordsOf({ revision, batches }: ColumnSnapshot): Snapshot {
  const all: Stored[] = [];
  for (const { kind, ids, revisions, bodies } of batches) {
    for (const [index, body] of bodies.entries()) {
      all.push({ kind, id: ids[index] ?? body.id, revision: revisions[index] ?? 0, body });
    }
  }
  return { revision, records: all };
}

/** The same without an object a record between: what lenses and measures are made from. */
export function networkDataOfColumns({ batches }: ColumnSnapshot): NetworkData {
  const data = emptyNetworkData();
  const lists = data as unknown as Record<string, unknown[]>;
  for (const { kind, bodies } of batches) {
    const list = lists[records[kind].collection];
    for (const body of bodies) {
      if (kind === 'network') data.network = body as never;
      else list?.push(body);
    }
  }
  return data;
}

/** Records of a store as the network that files and lenses know. They are valid: the store checked them. */
export function networkDataOf(stored: Iterable<Pick<Stored, 'kind' | 'body'>>): NetworkData {
  const data = emptyNetworkData();
  const lists = data as unknown as Record<string, unknown[]>;
  for (const { kind, body } of stored) {
    if (kind === 'network') data.network = body as never;
    else lists[records[kind].collection]?.push(body);
  }
  return data;
}
