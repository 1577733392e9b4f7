import { tablePlace } from '#data/formats/table/table-place.ts';
import type { InputPlace } from '#data/formats/input-problems.ts';
import { cleanText } from '#data/formats/plain-graph/clean-text.ts';
import type { Table } from '#data/formats/table/table.ts';

const columnLimit = 2_000;

/** Refuses a header that rows cannot be read by: a name twice, a name that no field may have, too many columns. */
export function refuseColumns(table: Pick<Table, 'head' | 'headLine' | 'sheet' | 'problems'>): void {
  const { head, problems } = table;
  const place = (name: string): InputPlace => tablePlace(table, table.headLine, name);
  if (head.length > columnLimit) {
    problems.fatal(
      'TOO_LARGE',
      place(String(columnLimit + 1)),
      `The table has ${head.length} columns; up to ${columnLimit} are accepted.`,
    );
  }
  const seen = new Map<string, number>();
  head.forEach((name, index) => {
    if (name === '') return;
    const before = seen.get(name);
    if (before !== undefined) {
      problems.fatal(
        'COLUMN_REPEATED',
        place(name),
        `The columns ${before + 1} and ${index + 1} are both called “${name}”; each name once is accepted.`,
        name,
      );
    }
    seen.set(name, index);
    if (name === '__proto__') {
      problems.fatal(
        'COLUMN_NOT_ACCEPTED',
        place(name),
        'A column is called “__proto__”; any other name is accepted.',
        name,
      );
    }
    if (
      cleanText(name, `The name of column ${index + 1}`, 200, place(String(index + 1)), problems) ===
      undefined
    ) {
      problems.fatal(
        'COLUMN_NOT_ACCEPTED',
        place(String(index + 1)),
        `The name of column ${index + 1} cannot be taken.`,
      );
    }
  });
}
