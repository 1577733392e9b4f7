import type { Property } from '#data/store/neo4j/flatten-fields.ts';
import type { FlatRecord } from '#data/store/neo4j/flatten-record.ts';
import type { Placed } from '#data/store/neo4j/pending-changes.ts';
import type { NetworkId, RecordBody } from '#data/store/port.ts';

/** A record that is to be written: its place, and its node with what hangs on it. */
export interface PlacedRecord {
  readonly placed: Placed & { readonly body: RecordBody };
  readonly flat: FlatRecord;
}

/** All properties of a record's node. */
export function nodeProperties(
  network: NetworkId,
  { placed: { revision, created, position }, flat: { properties } }: PlacedRecord,
): Record<string, Property> {
  return { ...properties, network, revision, created, position };
}
