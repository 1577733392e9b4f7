import type { Collaboration } from '#data/model/collaboration.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { noteCustomLeftOut } from '#data/formats/table/records/note-custom-left-out.ts';
import { partyField } from '#data/formats/table/records/party-field.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds who takes part in what, one row a participation. */
export function readParticipation(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  noteCustomLeftOut(plan, 'A participation holds role and dates only');
  for (const row of plan.rows) {
    reader.open(row);
    const party = known.party(reader, partyField(reader), 'A participant');
    const collaboration = collaborationOf(reader, known);
    const role = reader.text('role', 200);
    const time = reader.validTime();
    if (reader.bad || party === undefined || collaboration === undefined) continue;
    (collaboration.participants ??= []).push({ party, ...present({ role }), ...time });
  }
}

function collaborationOf(reader: RowReader, known: KnownRecords): Collaboration | undefined {
  const key = reader.required('collaboration', 500, 'A collaboration');
  if (key === undefined) return undefined;
  const there = known.collaborations.get(key);
  if (there !== undefined) return there;
  if (known.lists('collaborations')) {
    reader.refuse(
      'COLLABORATION_NOT_FOUND',
      'collaboration',
      known.notListed(key, `“${key}” is no collaboration that the tables list`),
      key,
    );
    return undefined;
  }
  if (reader.bad) return undefined;
  const made: Collaboration = {
    id: known.collaborationId(key, reader),
    name: key,
    external: known.external(key),
  };
  known.addCollaboration(made, key);
  return made;
}
