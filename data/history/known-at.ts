import { rewind } from '#data/history/rewind.ts';
import { type Kind, kinds } from '#data/model/define-record.ts';
import type { NetworkStore, Place, RecordId, Revision, Stored } from '#data/store/port.ts';
import { type ColumnSnapshot, recordsOf, type Snapshot } from '#data/store/read-snapshot.ts';

/**
 * The records of some kinds as they were known at a revision: exactly what a scan gave then, in the same order, whatever
 * has been removed or made again since.
 *
 * Input    present: a later snapshot, at least of those kinds
 * Cost     O(records log records + changes since)
 */
export async function knownAt(
  network: NetworkStore,
  present: ColumnSnapshot,
  revision: Revision,
  wanted: readonly Kind[] = kinds,
): Promise<Snapshot> {
  const rewound = await rewind(recordsOf(present).records, network.logBack(revision));
  const then = rewound.filter(({ kind }) => wanted.includes(kind));
  const places = placesOf(present);
  const gone = then.map(({ id }) => id).filter((id) => !places.has(id));
  if (gone.length > 0) for (const [id, place] of await network.places(gone)) places.set(id, place);
  return { revision, records: inOrder(then, places) };
}

function placesOf({ batches }: ColumnSnapshot): Map<RecordId, Place> {
  const places = new Map<RecordId, Place>();
  for (const { ids, created, positions } of batches) {
    for (const [at, id] of ids.entries()) {
      places.set(id, { created: created[at] ?? 0, position: positions[at] ?? 0 });
    }
  }
  return places;
}

/** Kind by kind, each in the order of creation. */
function inOrder(records: readonly Stored[], places: ReadonlyMap<RecordId, Place>): Stored[] {
  const order = new Map(kinds.map((kind, at) => [kind, at]));
  return records
    .map((stored) => ({ stored, kind: order.get(stored.kind) ?? 0, place: places.get(stored.id) }))
    .sort(
      (a, b) =>
        a.kind - b.kind ||
        (a.place?.created ?? 0) - (b.place?.created ?? 0) ||
        (a.place?.position ?? 0) - (b.place?.position ?? 0),
    )
    .map(({ stored }) => stored);
}
