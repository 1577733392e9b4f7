import type { RowReader } from '#data/formats/table/row-reader.ts';

/**
 * Id and name of a row that is one record: a missing id is the name, a missing name is the id (with a note); without
 * both the row is refused.
 */
export function readOwnId(
  reader: RowReader,
  what: string,
  maxName: number,
): { readonly id: string; readonly name: string } | undefined {
  const { problems } = reader.plan.table;
  const field = reader.has('id') ? 'id' : 'name';
  if (reader.has('id') && reader.raw('id') === undefined) {
    reader.refuse('ID_MISSING', 'id', `${what} has no id; a text that is not empty is accepted.`);
    return undefined;
  }
  if (field === 'name' && reader.raw('name') === undefined) {
    reader.refuse('NAME_MISSING', 'name', `${what} has no name; a text that is not empty is accepted.`);
    return undefined;
  }
  const id = reader.text(field, 500);
  const name = reader.text('name', maxName);
  if (reader.bad || id === undefined) return undefined;
  if (reader.has('name') && name === undefined) {
    problems.count('NAME_IS_ID', 'name', reader.place('name'), (count) =>
      count === 1
        ? `“${id}” has no name; its id stands for it.`
        : `${count} rows have no name; their ids stand for it.`,
    );
  }
  return { id, name: name ?? id };
}
