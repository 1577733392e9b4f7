import type { InputPlace } from '#data/formats/input-problems.ts';

/** A place in a table: its sheet, if it has one, a line and a column's name. */
export function tablePlace(table: { readonly sheet?: string }, line?: number, column?: string): InputPlace {
  const place: { sheet?: string; line?: number; column?: string } = {};
  if (table.sheet !== undefined) place.sheet = table.sheet;
  if (line !== undefined) place.line = line;
  if (column !== undefined) place.column = column;
  return place;
}
