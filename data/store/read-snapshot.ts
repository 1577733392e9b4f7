import { kinds, type Kind } from '#data/model/define-record.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { records } from '#data/model/registry.ts';
import type { NetworkStore, Revision, Stored } from '#data/store/port.ts';

/** Records of one revision of a network. */
export interface Snapshot {
  readonly revision: Revision;
  /** Kind by kind, each in the order of creation. */
  readonly records: readonly Stored[];
}

/** Reads a network's records of some kinds (all), of one revision. Cost O(records). Errors: ABORTED, the store's. */
export async function readSnapshot(
  network: NetworkStore,
  signal: AbortSignal,
  wanted: readonly Kind[] = kinds,
): Promise<Snapshot> {
  const all: Stored[] = [];
  // A network without any record gives no batch; its head was read before, and nothing of it is in the snapshot.
  let revision = await network.head();
  for await (const { kind, head, ids, revisions, bodies } of network.scan(wanted, signal)) {
    revision = head;
    for (const [index, body] of bodies.entries()) {
      all.push({ kind, id: ids[index] ?? body.id, revision: revisions[index] ?? 0, body });
    }
  }
  return { revision, records: all };
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
