import { describe, expect, it } from 'vitest';
import {
  type Column,
  matchingRows,
  nextOrder,
  orderText,
  parseOrder,
  sortedRows,
} from '#viz/tables/column.ts';
import { csvText } from '#viz/tables/csv-text.ts';

interface Row {
  readonly name: string;
  readonly size: number | null;
}
const rows: readonly Row[] = [
  { name: 'Élan, “10”', size: 3 },
  { name: 'Org 2', size: null },
  { name: 'Org 10', size: 12.5 },
  { name: 'apple', size: 3 },
];
const columns: readonly Column<Row>[] = [
  { id: 'name', label: 'Name', value: ({ name }) => name },
  { id: 'size', label: 'Size', value: ({ size }) => size },
];
const names = (sorted: readonly Row[]): string[] => sorted.map(({ name }) => name);

describe('table columns', () => {
  it('sorts words as people do and numbers as numbers; no value comes last either way', () => {
    expect(names(sortedRows(rows, columns, { column: 'name', down: false }))).toEqual([
      'apple',
      'Élan, “10”',
      'Org 2',
      'Org 10',
    ]);
    expect(names(sortedRows(rows, columns, { column: 'size', down: true }))).toEqual([
      'Org 10',
      'Élan, “10”',
      'apple',
      'Org 2',
    ]);
    expect(names(sortedRows(rows, columns, { column: 'size', down: false })).at(-1)).toBe('Org 2');
    expect(sortedRows(rows, columns, { column: 'nothing', down: false })).toEqual(rows);
  });

  it('filters without regard to accents and capitals', () => {
    expect(names(matchingRows(rows, columns, 'ELAN'))).toEqual(['Élan, “10”']);
    expect(matchingRows(rows, columns, ' ')).toEqual(rows);
    expect(matchingRows(rows, columns, '12.5')).toHaveLength(1);
  });

  it('keeps the order in the address; numbers begin with the largest, again turns it round', () => {
    const usual = { column: 'name', down: false };
    expect(parseOrder(undefined, usual)).toEqual(usual);
    const first = nextOrder(usual, columns[1]!, rows);
    expect(orderText(first)).toBe('-size');
    expect(parseOrder('-size', usual)).toEqual(first);
    expect(orderText(nextOrder(first, columns[1]!, rows))).toBe('size');
  });

  it('writes CSV with full numbers and quotes where they are needed', () => {
    expect(csvText(columns, [...rows.slice(1, 3), { name: 'a "b", c\nd', size: 1 / 3 }])).toBe(
      'Name,Size\r\nOrg 2,\r\nOrg 10,12.5\r\n"a ""b"", c\nd",0.3333333333333333\r\n',
    );
  });
});
