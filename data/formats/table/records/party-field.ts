import type { RowReader } from '#data/formats/table/row-reader.ts';

/** Which column names the party of this row: where a table has both, the one that is filled. */
export function partyField(reader: RowReader): 'organization' | 'person' {
  if (!reader.has('person')) return 'organization';
  return reader.has('organization') && reader.raw('person') === undefined ? 'organization' : 'person';
}
