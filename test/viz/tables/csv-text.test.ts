import { describe, expect, it } from 'vitest';
import { csvText } from '#viz/tables/csv-text.ts';

const columns = [
  { id: 'name', label: 'Name, whole', value: ({ name }: { readonly name: string | null }) => name },
  { id: 'count', label: 'Count', value: ({ count }: { readonly count: number | null }) => count },
];

describe('csvText', () => {
  it('writes full numbers, empty cells and quotes', () => {
    const rows = [
      { name: 'Ash "House"', count: -1.25 },
      { name: null, count: null },
    ];
    expect(csvText(columns, rows)).toBe('"Name, whole",Count\r\n"Ash ""House""",-1.25\r\n,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@x', '\t=1', ' =1', '＝1'])('makes the text %j no formula', (name) => {
    expect(csvText(columns, [{ name, count: 1 }]).split('\r\n')[1]).toMatch(/^"?'/u);
  });
});
