import type { Collaboration } from '#data/model/collaboration.ts';
import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { readAmount } from '#data/formats/table/records/read-amount.ts';
import { readOwnId } from '#data/formats/table/records/read-own-id.ts';
import { readPlace } from '#data/formats/table/records/read-place.ts';
import { takeRepeated } from '#data/formats/table/records/take-repeated.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds the collaborations of a table, in its order. */
export function readCollaborations(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  const keys = new Map<string, number>();
  for (const row of plan.rows) {
    reader.open(row);
    const own = readOwnId(reader, 'A collaboration', 2_000);
    const collaboration = own === undefined ? undefined : collaborationOf(reader, known, own);
    if (own === undefined || collaboration === undefined) {
      known.rowRefused(reader);
      continue;
    }
    if (!known.collaborations.has(own.id)) {
      keys.set(own.id, known.data.collaborations.length);
      known.addCollaboration(collaboration, own.id);
      continue;
    }
    const at = keys.get(own.id);
    takeRepeated(reader, collaboration, known.data.collaborations, at);
    const now = at === undefined ? undefined : known.data.collaborations[at];
    if (now !== undefined) known.collaborations.set(own.id, now);
  }
}

function collaborationOf(
  reader: RowReader,
  known: KnownRecords,
  own: { readonly id: string; readonly name: string },
): Collaboration | undefined {
  const kind = reader.text('kind', 200);
  const topics = reader.list('topics');
  const time = reader.validTime();
  const status = reader.text('status', 200);
  const amount = readAmount(reader);
  const place = readPlace(reader);
  const description = reader.text('description', 10_000);
  const custom = reader.custom();
  if (reader.bad) return undefined;
  return {
    id: known.collaborationId(own.id, reader),
    name: own.name,
    ...present({ kind, topics }),
    ...time,
    ...present({ status, amount, place, description, custom }),
    external: known.external(own.id),
  };
}
