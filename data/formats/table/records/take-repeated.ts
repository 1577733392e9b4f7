import type { RowReader } from '#data/formats/table/row-reader.ts';

/**
 * A row whose id stood before: the same again is taken once (a note counts it), a different one is an error, unless
 * the format lets the last row win (Kumu; a note says so).
 */
export function takeRepeated<T extends { readonly id: string }>(
  reader: RowReader,
  record: T,
  records: T[],
  at: number | undefined,
): void {
  const field = reader.has('id') ? 'id' : 'name';
  const { problems } = reader.plan.table;
  if (at !== undefined && JSON.stringify(records[at]) === JSON.stringify(record)) {
    problems.count('ROW_REPEATED', 'same', reader.place(field), (count) =>
      count === 1
        ? `“${record.id}” stands twice with the same values; it was taken once.`
        : `${count} rows repeat an earlier one with the same values; each was taken once.`,
    );
    return;
  }
  if (at !== undefined && reader.plan.lastRowWins) {
    records[at] = record;
    problems.note(
      'LAST_ROW_WINS',
      reader.place(field),
      `“${record.id}” stands more than once; this later row replaces the earlier one.`,
      record.id,
    );
    return;
  }
  reader.refuse(
    'ID_REPEATED',
    field,
    `“${record.id}” stands more than once with different values; each id once is accepted.`,
    record.id,
  );
}
