import type { RecordBody, RecordId } from '#data/store/port.ts';

/** What is left of an erased person: an id that others may still name, and nothing that says who it was. */
export function erasedPerson(id: RecordId): RecordBody {
  return { id, name: 'Erased person' };
}
