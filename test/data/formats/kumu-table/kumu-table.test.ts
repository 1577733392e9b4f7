import { describe, expect, it } from 'vitest';
import { readFiles } from '#data/ingest/read-files.ts';
import { readText, refusal } from '#test/data/formats/table/read-text.ts';
import { makeWorkbook, sheetRows } from '#test/data/formats/xlsx/make-workbook.ts';

const elements =
  'Label,Type,Description,Tags,Colours\nAsh,Farm,Grows pears,food|land,red|green\nElm,Shop,,,\nOak,Farm,,,\n';

describe("Kumu's sheets", () => {
  it('reads elements and connections from CSV, several targets in one cell, lists by bars', async () => {
    const { format, data } = await readText({
      'connections.csv':
        'From,To,Direction,Type,Strength\nAsh,Elm|Oak,directed,sells to,2\nElm,Oak,mutual,,\n',
      'elements.csv': elements,
    });
    expect(format).toBe('kumu');
    expect(data.organizations[0]).toEqual({
      id: 'Ash',
      name: 'Ash',
      sector: 'Farm',
      topics: ['food', 'land'],
      description: 'Grows pears',
      custom: { Colours: ['red', 'green'] },
      external: [{ source: 'file', id: 'Ash' }],
    });
    expect(data.relationships).toMatchObject([
      { from: 'Ash', to: 'Elm', kind: 'sells to', direction: 'directed', strength: 2 },
      { from: 'Ash', to: 'Oak', kind: 'sells to', direction: 'directed', strength: 2 },
      { from: 'Elm', to: 'Oak', kind: 'tie', direction: 'mutual' },
    ]);
  });

  it('matches by ID before label, and tells shared labels apart by type', async () => {
    const { data, notes } = await readText({
      'e.csv': 'ID,Label,Type\n7,Ash,Farm\n,Elm,Shop\n,Elm,Club\n',
      'c.csv': 'From,To,Type\n7,Elm (Club),t\nAsh,Elm (Shop),t\n',
    });
    expect(data.organizations.map(({ id, name }) => [id, name])).toEqual([
      ['7', 'Ash'],
      ['Elm (Shop)', 'Elm'],
      ['Elm (Club)', 'Elm'],
    ]);
    expect(data.relationships.map(({ from, to }) => [from, to])).toEqual([
      ['7', 'Elm (Club)'],
      ['7', 'Elm (Shop)'],
    ]);
    expect(notes.map(({ code }) => code)).toContain('LABEL_SHARED');
    expect(
      await refusal(
        readText({ 'e.csv': 'Label,Type\nElm,Shop\nElm,Club\n', 'c.csv': 'From,To,Type\nElm,Elm,t\n' }),
      ),
    ).toMatchObject([
      { code: 'NAME_NOT_UNIQUE', line: 2, column: 'From' },
      { code: 'NAME_NOT_UNIQUE', line: 2, column: 'To' },
    ]);
  });

  it('lets the last row of an element win, with a note', async () => {
    const { data, notes } = await readText('Label,Type,Staff\nAsh,Farm,1\nElm,Shop,2\nAsh,Farm,5\n');
    expect(data.organizations.map(({ id, custom }) => [id, custom])).toEqual([
      ['Ash', { Staff: 5 }],
      ['Elm', { Staff: 2 }],
    ]);
    expect(notes).toMatchObject([{ code: 'LAST_ROW_WINS', line: 4, value: 'Ash' }]);
  });

  it('reads a workbook, two tables in one sheet parted by blank rows, and notes numbers stored as text', async () => {
    const rows = (first: number, cells: readonly (readonly string[])[]): string =>
      cells
        .map(
          (row, at) =>
            `<row r="${first + at}">${row.map((cell, c) => `<c r="${String.fromCharCode(65 + c)}${first + at}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
        )
        .join('');
    const sheet =
      rows(1, [
        ['Label', 'Type', 'Staff'],
        ['Ash', 'Farm', '3'],
        ['Elm', 'Shop', '4'],
      ]) +
      rows(7, [
        ['From', 'To'],
        ['Ash', 'Elm'],
      ]);
    const { format, data, notes } = await readFiles([
      { name: 'k.xlsx', bytes: makeWorkbook({ Elements: sheet, 'Draft (ignore)': sheetRows([['x']]) }) },
    ]);
    expect(format).toBe('kumu');
    expect(data.organizations.map(({ custom }) => custom)).toEqual([{ Staff: 3 }, { Staff: 4 }]);
    expect(data.relationships).toMatchObject([{ from: 'Ash', to: 'Elm' }]);
    expect(notes.map(({ code }) => code)).toEqual(['NUMBER_AS_TEXT', 'SHEET_SKIPPED']);
  });

  it('refuses a connection to an element that no row lists, and an element without a label', async () => {
    expect(
      await refusal(readText({ 'e.csv': elements, 'c.csv': 'From,To,Type\nAsh,Yew,t\n' })),
    ).toMatchObject([{ code: 'NODE_NOT_FOUND', file: 'c.csv', line: 2, column: 'To', value: 'Yew' }]);
    expect(await refusal(readText('Label,Type\nAsh,Farm\n,Shop\n'))).toMatchObject([{ line: 3 }]);
  });
});
