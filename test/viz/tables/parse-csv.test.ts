import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv, writeCsv } from '#viz/tables/parse-csv.ts';

describe('parseCsv', () => {
  it.each([
    [
      'a,b\r\n1,"x,""y"""\r\n',
      ',',
      [
        ['a', 'b'],
        ['1', 'x,"y"'],
      ],
    ],
    [
      'a\tb\n1\t2',
      '\t',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      '\uFEFFa|b\n\n"two\nlines"|',
      '|',
      [
        ['a', 'b'],
        ['two\nlines', ''],
      ],
    ],
    ['a;b,c\n1;2', ',', [['a;b', 'c'], ['1;2']]],
    ['', ',', []],
  ])('cuts %j', (text, cut, rows) => {
    expect(parseCsv(text)).toEqual({ rows, cut });
  });

  it('reads what writeCsv writes', () => {
    const cell = fc.string().map((text) => text.replaceAll('\r', ''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(rows, (given) => {
        const table = [['one,two', 'three', 'four'], ...given];
        expect(parseCsv(writeCsv(table, ',')).rows).toEqual(table);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
