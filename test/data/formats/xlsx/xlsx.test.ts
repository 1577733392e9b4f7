import { existsSync, readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type FilesRead, readFiles } from '#data/ingest/read-files.ts';
import { refusal, textFile } from '#test/data/formats/table/read-text.ts';
import { makeWorkbook, sheetRows, workbookParts } from '#test/data/formats/xlsx/make-workbook.ts';

const read = (bytes: Uint8Array, options = {}): Promise<FilesRead> =>
  readFiles([{ name: 'book.xlsx', bytes }], options);
const ties = sheetRows([
  ['source', 'target', 'weight'],
  ['a', 'b', 2],
  ['b', 'c', 0.5],
]);

describe('XLSX', () => {
  it('reads every sheet as a table; skips those that say (ignore) and notes of prose', async () => {
    const { format, data, notes } = await read(
      makeWorkbook({
        Ties: ties,
        People: sheetRows([
          ['id', 'label', 'sector'],
          ['c', 'Cedar', 'NGO'],
          ['a', 'Ash', ''],
          ['b', 'Birch', ''],
        ]),
        'Old (ignore)': sheetRows([
          ['source', 'target'],
          ['x', 'y'],
        ]),
        Notes: sheetRows([['Collected in May']]),
      }),
    );
    expect(format).toBe('xlsx');
    expect(data.organizations.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(data.relationships.map(({ strength }) => strength)).toEqual([2, 0.5]);
    expect(notes).toMatchObject([
      { code: 'SHEET_SKIPPED', sheet: 'Old (ignore)' },
      { code: 'SHEET_SKIPPED', sheet: 'Notes', line: 1 },
    ]);
  });

  it('reads shared strings in runs, booleans, errors, formulas, days and gaps between cells and rows', async () => {
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="str"><f>x</f><v>since</v></c><c r="E1" t="inlineStr"><is><t>open</t></is></c><c r="F1" t="inlineStr"><is><t>note</t></is></c></row>' +
      '<row r="4"><c r="A4" t="inlineStr"><is><t>a</t></is></c><c r="C4" t="inlineStr"><is><r><t>b</t></r><r><t> c</t></r><rPh><t>no</t></rPh></is></c><c r="D4" s="1"><v>39569</v></c><c r="E4" t="b"><v>1</v></c><c r="F4" t="e"><v>#N/A</v></c></row>';
    const { data, notes } = await read(
      makeWorkbook(
        { S: sheet },
        {
          'xl/sharedStrings.xml': '<sst><si><t>from</t></si><si><r><t>t</t></r><r><t>o</t></r></si></sst>',
          'xl/styles.xml':
            '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        },
      ),
    );
    expect(data.relationships).toEqual([
      {
        id: 'tie-1',
        from: 'a',
        to: 'b c',
        kind: 'tie',
        direction: 'undirected',
        since: '2008-05-01',
        custom: { open: true },
      },
    ]);
    expect(notes).toMatchObject([{ code: 'CELL_ERROR', sheet: 'S', line: 4 }]);
  });

  it('names sheet, row and column of a bad cell', async () => {
    const sheet = sheetRows([
      ['source', 'target', 'weight'],
      ['a', 'b', 1],
      ['b', 'c', -3],
    ]);
    expect(await refusal(read(makeWorkbook({ T: sheet })))).toMatchObject([
      { file: 'book.xlsx', sheet: 'T', line: 3, column: 'weight', value: '-3' },
    ]);
  });

  it('is read together with CSV, and by a mapping that names sheets', async () => {
    const mixed = await readFiles([
      { name: 'b.xlsx', bytes: makeWorkbook({ T: ties }) },
      textFile('n.csv', 'id,label\nc,Cee\nb,Bee\na,Aye\n'),
    ]);
    expect(mixed.data.organizations.map(({ name }) => name)).toEqual(['Cee', 'Bee', 'Aye']);
    const book = makeWorkbook({ T: ties, U: ties });
    const table = {
      file: 'book.xlsx',
      is: 'relationships',
      columns: { from: 'source', to: 'target' },
    } as const;
    expect(await refusal(read(book, { mapping: { tables: [table] } }))).toMatchObject([
      { code: 'SHEET_NOT_NAMED' },
    ]);
    const one = await read(book, { mapping: { tables: [{ ...table, sheet: 'U' }] } });
    expect(one.data.relationships).toHaveLength(2);
    expect(one.notes).toMatchObject([{ code: 'TABLE_NOT_MAPPED', sheet: 'T' }]);
  });

  it('reads bytes that are not UTF-8 inside, with a note', async () => {
    const bytes = Buffer.from(
      '<sst><si><t>from</t></si><si><t>to</t></si><si><t>Caf\u00e9</t></si><si><t>b</t></si></sst>',
      'latin1',
    );
    const cells = (r: number, a: number, b: number): string =>
      `<row r="${r}"><c r="A${r}" t="s"><v>${a}</v></c><c r="B${r}" t="s"><v>${b}</v></c></row>`;
    const { data, notes } = await read(
      makeWorkbook({ S: cells(1, 0, 1) + cells(2, 2, 3) }, { 'xl/sharedStrings.xml': bytes }),
    );
    expect(data.organizations[0]?.id).toContain('Café');
    expect(notes).toMatchObject([{ code: 'ENCODING', record: 'xl/sharedStrings.xml' }]);
  });
});

describe('hostile XLSX', () => {
  const soon = async (bytes: Uint8Array): Promise<readonly { readonly code: string }[]> => {
    const start = performance.now();
    const problems = await refusal(read(bytes));
    expect(performance.now() - start).toBeLessThan(2_000);
    return problems;
  };

  it('refuses a bomb by its directory, and sizes that lie while it unpacks', async () => {
    const bomb = makeWorkbook({ S: ties }, { 'xl/sharedStrings.xml': new Uint8Array(60_000_000) });
    expect(await soon(bomb)).toMatchObject([{ code: 'ZIP_LIMIT', record: 'xl/sharedStrings.xml' }]);
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 46 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 60_000_000)
        view.setUint32(at + 24, 1_000, true);
    }
    expect(await soon(lying)).toMatchObject([{ code: 'ZIP_NOT_VALID' }]);
  });

  it('refuses too many parts, a truncated file, another zip, an old or locked workbook', async () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`x/${at}`, new Uint8Array(1)]));
    expect(await soon(zipSync(many))).toMatchObject([{ code: 'ZIP_LIMIT' }]);
    const whole = makeWorkbook({ S: ties });
    for (const length of [10, 100, whole.length - 10])
      expect(await soon(whole.subarray(0, length))).toMatchObject([{ code: 'ZIP_NOT_VALID' }]);
    expect(await soon(zipSync({ 'a.txt': new Uint8Array(3) }))).toMatchObject([{ code: 'NOT_A_WORKBOOK' }]);
    expect(await soon(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0))).toMatchObject([
      { code: 'OLD_WORKBOOK' },
    ]);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', 'XML_DOCTYPE'],
    ['depth', '<x>'.repeat(200_000), 'XML_LIMIT'],
    ['attributes', `<x ${Array.from({ length: 50_000 }, (_, at) => `a${at}=""`).join(' ')}/>`, 'XML_LIMIT'],
    ['half an element', '<worksheet><sheetData><row', 'XML_SYNTAX'],
    [
      'a cell that points nowhere',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>9</v></c></row></sheetData></worksheet>',
      'CELL_NOT_VALID',
    ],
    [
      'a far column',
      '<worksheet><sheetData><row r="1"><c r="XFD1"><v>9</v></c></row></sheetData></worksheet>',
      'TOO_LARGE',
    ],
  ])('refuses XML inside with %s', async (_, sheet, code) => {
    const parts = workbookParts({ S: '' }, { 'xl/worksheets/sheet1.xml': sheet });
    // Not packed: the limit on the ratio would act before the XML is seen.
    expect(await soon(zipSync(parts, { level: 0 }))).toMatchObject([{ code }]);
  });

  it('says that a part is a link or a sheet lies outside, and follows neither', async () => {
    const link = zipSync({
      ...workbookParts({ S: ties }),
      'xl/sharedStrings.xml': [new TextEncoder().encode('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }],
    });
    expect(await soon(link)).toMatchObject([
      {
        code: 'ZIP_NOT_VALID',
        record: 'xl/sharedStrings.xml',
        message: expect.stringContaining('symbolic link') as string,
      },
    ]);
    const outside =
      '<Relationships><Relationship Id="rId1" Type="worksheet" TargetMode="External" Target="http://127.0.0.1:1/x"/></Relationships>';
    expect(await soon(makeWorkbook({ S: ties }, { 'xl/_rels/workbook.xml.rels': outside }))).toMatchObject([
      { code: 'SHEET_OUTSIDE', sheet: 'S', value: 'http://127.0.0.1:1/x' },
    ]);
  });

  it('counts the elements of a sheet before it parses them', async () => {
    const rows = '<row><c><v>1</v></c></row>'.repeat(1_700_000);
    const parts = workbookParts(
      { S: '' },
      { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>` },
    );
    expect(await soon(zipSync(parts, { level: 0 }))).toMatchObject([
      { code: 'XML_LIMIT', message: expect.stringContaining('5000000 elements') as string },
    ]);
  });

  it('refuses a workbook without a filled cell', async () => {
    expect(await soon(makeWorkbook({ S: '' }))).toMatchObject([{ code: 'EMPTY_FILE' }]);
  });
});

const shared = '../shared/data';
describe.runIf(existsSync(shared))('workbooks of others', () => {
  it.each([
    ['delta-science-tracker/dst_collaborations_and_connections_by_organizations_2023-2-27.xlsx', 'xlsx', 518],
    ['spreadsheets-shared/test.xlsx', 'xlsx', 3],
    ['spreadsheets-shared/matrix.xlsx', 'xlsx', 6],
    ['kumu-us-states/snap-to-tutorial-data.xlsx', 'kumu', 113],
    ['kumu-paypal-mafia/paypal-mafia.xlsx', 'kumu', 49],
  ])('%s', async (path, format, ties) => {
    const result = await readFiles([{ name: path, bytes: readFileSync(`${shared}/${path}`) }]);
    expect(result.format).toBe(format);
    expect(result.data.relationships).toHaveLength(ties);
  });
});
