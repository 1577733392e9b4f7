import type { KnownRecords } from '#data/formats/table/records/known-records.ts';
import { readInstant } from '#data/formats/table/records/read-instant.ts';
import { readPlace } from '#data/formats/table/records/read-place.ts';
import { present } from '#data/formats/table/records/present.ts';
import { RowReader } from '#data/formats/table/row-reader.ts';
import type { TablePlan } from '#data/formats/table/table-plan.ts';

/** Adds the needs of a table, one a row; its category is its one item. */
export function readNeeds(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  for (const row of plan.rows) {
    reader.open(row);
    const title = reader.required('title', 1_000, 'The title of a need');
    const askedBy = known.party(reader, 'askedBy', 'Who asks');
    const openedAt = readInstant(reader, 'openedAt');
    if (reader.raw('openedAt') === undefined)
      reader.required('openedAt', 100, 'The day on which a need was opened');
    const closedAt = readInstant(reader, 'closedAt');
    const category = reader.text('category', 200);
    const quantity = reader.number('quantity', 0, Number.MAX_VALUE, 'a number of 0 or more');
    const place = readPlace(reader);
    const description = reader.text('description', 10_000);
    const custom = reader.custom();
    const own = reader.text('id', 500);
    if (reader.bad || title === undefined || askedBy === undefined || openedAt === undefined) continue;
    if (own !== undefined && known.refuseRepeated(reader, known.data.needs, own)) continue;
    known.data.needs.push({
      id: own ?? `need-${known.data.needs.length + 1}`,
      title,
      askedBy,
      ...present({ place, description }),
      openedAt,
      ...present({ closedAt }),
      ...(category === undefined ? {} : { items: [{ category, ...present({ quantity }) }] }),
      ...present({ custom }),
      ...(own === undefined ? {} : { external: known.external(own) }),
    });
  }
}

/** Adds the offers of a table, one a row. */
export function readOffers(plan: TablePlan, known: KnownRecords): void {
  const reader = new RowReader(plan);
  for (const row of plan.rows) {
    reader.open(row);
    const party = known.party(reader, 'party', 'Who offers');
    const category = reader.required('category', 200, 'What is offered');
    const description = reader.text('description', 10_000);
    const capacity = reader.number('capacity', 0, Number.MAX_VALUE, 'a number of 0 or more');
    const place = readPlace(reader);
    const time = reader.validTime();
    const custom = reader.custom();
    const own = reader.text('id', 500);
    if (reader.bad || party === undefined || category === undefined) continue;
    if (own !== undefined && known.refuseRepeated(reader, known.data.offers, own)) continue;
    known.data.offers.push({
      id: own ?? `offer-${known.data.offers.length + 1}`,
      party,
      category,
      ...present({ description, capacity, place }),
      ...time,
      ...present({ custom }),
      ...(own === undefined ? {} : { external: known.external(own) }),
    });
  }
}
