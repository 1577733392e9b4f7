import type { Ask } from '#data/store/neo4j/connection.ts';
import type { NetworkId, Place, RecordId, Revision } from '#data/store/port.ts';

/** The places of records that were ever there, removed ones too. One look-up a record by index. */
export async function placesOf(
  ask: Ask,
  network: NetworkId,
  ids: readonly RecordId[],
): Promise<Map<RecordId, Place>> {
  const rows = await ask<[RecordId, Revision, number]>(
    `UNWIND $ids AS id
     CALL (id) { MATCH (n:Record {network: $network, id: id}) RETURN n UNION MATCH (n:Removed {network: $network, id: id}) RETURN n }
     RETURN [id, n.created, n.position]`,
    { network, ids },
  );
  return new Map(rows.map(([id, created, position]) => [id, { created, position }]));
}
