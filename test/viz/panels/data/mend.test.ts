import { describe, expect, it } from 'vitest';
import { guessFix, mendTable, rowsWith } from '#viz/panels/data/mend.ts';

const table = 'name;since\r\n"Ash; House";12/2019\r\nBirch;2020\r\nCedar;12/2019\r\n';

describe('mendTable', () => {
  it('puts a value in the place of another in all rows of its column, and nowhere else', () => {
    const fix = { column: 'since', from: '12/2019', to: '2019-12' };
    expect(mendTable(table, fix)).toEqual({
      text: 'name;since\r\n"Ash; House";2019-12\r\nBirch;2020\r\nCedar;2019-12\r\n',
      count: 2,
    });
    expect(rowsWith(table, fix)).toBe(2);
  });

  it('leaves a table as it is where the column or value is not there', () => {
    expect(mendTable(table, { column: 'until', from: '12/2019', to: 'x' })).toEqual({
      text: table,
      count: 0,
    });
    expect(mendTable(table, { column: 'since', from: 'name', to: 'x' }).count).toBe(0);
  });
});

describe('guessFix', () => {
  it.each([
    ['12/2019', '2019-12'],
    ['3.2019', '2019-03'],
    ['4.3.2019', '2019-03-04'],
    ['31/12/2020', '2020-12-31'],
    ['12/31/2020', '2020-12-31'],
    ['4/3/2019', null],
    ['31/31/2020', null],
    ['Helth', 'Health'],
    ['health', null],
    ['13/2019', null],
    ['Wealthier', null],
    ['-2', null],
  ])('of %s is %s', (value, meant) => {
    expect(guessFix(value, ['Health', 'Housing', 'Food'])).toBe(meant);
  });

  it('is none where two words are as near', () => {
    expect(guessFix('refars', ['refers', 'refars to', 'refaro'])).toBeNull();
  });
});
