import type { Gathering } from '#data/model/gathering.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { noteCustomLeftOut } from '#data/formats/table/records/note-custom-left-out.ts';
import { partyField } from '#data/formats/table/records/party-field.ts';
import { readInstant } from '#data/formats/table/records/read-instant.ts';
import { readOwnId } from '#data/formats/table/records/read-own-id.ts';
import { readPlace } from '#data/formats/table/records/read-place.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds the gatherings of a table, in its order. */
export function readGatherings(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  for (const row of plan.rows) {
    reader.open(row);
    const own = readOwnId(reader, 'A gathering', 1_000);
    if (own === undefined) {
      known.rowRefused(reader);
      continue;
    }
    const at = readInstant(reader, 'at');
    const until = readInstant(reader, 'until');
    if (reader.raw('at') === undefined) reader.required('at', 100, 'The time of a gathering');
    const community = reader.text('community', 500);
    if (community !== undefined && !known.data.communities.some(({ id }) => id === community)) {
      reader.refuse(
        'COMMUNITY_NOT_FOUND',
        'community',
        known.notListed(community, `“${community}” is no community that the tables list`),
        community,
      );
    }
    const topics = reader.list('topics');
    const place = readPlace(reader);
    const notes = reader.text('notes', 10_000);
    const custom = reader.custom();
    if (reader.bad || at === undefined || known.refuseRepeated(reader, known.data.gatherings, own.id)) {
      known.rowRefused(reader);
      continue;
    }
    known.data.gatherings.push({
      ...own,
      at,
      ...present({ until, community, topics, place, notes, custom }),
      external: known.external(own.id),
    });
  }
}

/** Adds who came to which gathering, one row an attendance. */
export function readAttendance(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  noteCustomLeftOut(plan, 'An attendance holds who came, and for whom, only');
  const byId = new Map(known.data.gatherings.map((gathering) => [gathering.id, gathering]));
  for (const row of plan.rows) {
    reader.open(row);
    const party = known.party(reader, partyField(reader), 'An attendee');
    const gathering = gatheringOf(reader, known, byId);
    const via =
      reader.raw('via') === undefined ? undefined : known.party(reader, 'via', 'Whom an attendee comes for');
    if (reader.bad || party === undefined || gathering === undefined) continue;
    (gathering.attendees ??= []).push({ party, ...present({ via }) });
  }
}

/** A gathering has a time, so that none can be made from its name alone. */
function gatheringOf(
  reader: RowReader,
  known: KnownRecords,
  byId: ReadonlyMap<string, Gathering>,
): Gathering | undefined {
  const id = reader.required('gathering', 500, 'A gathering');
  const gathering = id === undefined ? undefined : byId.get(id);
  if (id !== undefined && gathering === undefined) {
    reader.refuse(
      'GATHERING_NOT_FOUND',
      'gathering',
      known.notListed(id, `“${id}” is no gathering that the tables list`),
      id,
    );
  }
  return gathering;
}
