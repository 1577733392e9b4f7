import { unzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reportXlsx } from '#api/services/report-xlsx/report-xlsx.ts';
import { workbook } from '#api/services/report-xlsx/workbook.ts';
import type { Table } from '#data/formats/table/table.ts';
import { readWorkbook } from '#data/formats/xlsx/read-workbook.ts';
import { bridge, candidate, madeReport, pair, type Made } from '#test/viz/report/report-fixture.ts';

async function tablesOf(bytes: Uint8Array): Promise<Map<string, Table>> {
  const signal = new AbortController().signal;
  const tables = await readWorkbook({ name: 'report.xlsx', bytes }, { skipBadRows: false, signal });
  return new Map(tables.map((table) => [table.sheet ?? '', table]));
}

const heads = (table: Table | undefined): readonly string[] => table?.head ?? [];
const texts = (table: Table | undefined): readonly (readonly string[])[] => table?.rows ?? [];

const made: Made = {
  sizes: [6, 5],
  alone: 1,
  sectors: ['Health', 'Food'],
  labels: (node) => (node === 2 ? '=HYPERLINK("http://x.example","click")' : `Org ${node + 1}`),
  analysis: {
    bridgeBuilders: [bridge('o0', { rank: 1, cutOff: ['o2'] })],
    silos: [candidate(['o6', 'o7', 'o8', 'o9', 'o10'], { p: 0.035, ps: [0.035] })],
    sectorPairs: [pair('Health', 'Food', { ties: 3, expected: 9.25, q: 0.01, verdict: 'fewer' })],
    notes: [{ file: 'a.csv', line: 7, message: 'A row without a name.' }],
  },
};

describe('the report as a workbook', () => {
  const bytes = reportXlsx(madeReport(made));

  it('is read by our own reader: seven sheets, a row an organization, with every digit', async () => {
    const tables = await tablesOf(bytes);
    expect([...tables.keys()]).toEqual([
      'Summary',
      'Organizations',
      'Silos',
      'Bridge-builders',
      'Sector pairs',
      'Notes',
      'Receipt',
    ]);
    const organizations = tables.get('Organizations');
    expect(heads(organizations).slice(0, 4)).toEqual(['Id', 'Organization', 'Sector', 'Group']);
    expect(organizations?.rows).toHaveLength(12);
    expect(texts(tables.get('Sector pairs'))[0]?.slice(0, 4)).toEqual(['Health', 'Food', '3', '9.25']);
    expect(texts(tables.get('Notes'))[0]?.slice(0, 2)).toEqual(['A row without a name.', 'a.csv']);
    expect(texts(tables.get('Bridge-builders'))[0]?.slice(0, 3)).toEqual(['1', 'o0', 'Org 1']);
  });

  it('agrees with the analysis number by number', async () => {
    const { analysis } = madeReport(made);
    const table = (await tablesOf(bytes)).get('Organizations');
    const at = heads(table).indexOf('Betweenness');
    expect(at).toBeGreaterThan(0);
    expect(texts(table).map((row) => Number(row[at]))).toEqual(
      analysis.organizations.map(({ measures }) => measures['betweenness']),
    );
  });

  it('holds a receipt with which it can be computed again', async () => {
    const rows = texts((await tablesOf(bytes)).get('Receipt'));
    const receipt = rows.find(([what]) => what === 'Receipt (JSON)')?.[1] ?? '';
    expect(JSON.parse(receipt)).toEqual(madeReport(made).analysis.receipt);
  });

  it('keeps a text that looks like a formula a text', async () => {
    const files = unzipSync(bytes);
    const sheets = Object.entries(files).filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets).toHaveLength(7);
    for (const [, xml] of sheets) expect(strFromU8(xml)).not.toMatch(/<f[ >]/u);
    const table = (await tablesOf(bytes)).get('Organizations');
    expect(texts(table)[2]?.[1]).toBe('=HYPERLINK("http://x.example","click")');
  });

  it('is the same bytes each time', () => {
    expect(Buffer.from(reportXlsx(madeReport(made))).equals(Buffer.from(bytes))).toBe(true);
  });

  it('is whole where nothing is recorded', async () => {
    expect(
      (await tablesOf(reportXlsx(madeReport({ sizes: [] })))).get('Summary')?.rows.length,
    ).toBeGreaterThan(4);
  });
});

describe('workbook', () => {
  it('brings every character back, and leaves what does not exist empty', async () => {
    const rows = [
      ['مؤسسة & <Söhne>', 1.5],
      ['two\nlines', null],
      ['_x0041_', NaN],
      ['-1+1', -3],
      ['\u0007bell', 1e21],
    ] as const;
    const columns = [
      { head: 'Name', width: 10 },
      { head: 'Value', width: 10, decimals: 2 },
    ];
    const table = (await tablesOf(workbook([{ name: 'One', columns, rows }]))).get('One');
    expect(texts(table).map(([name, value]) => [name, value ?? ''])).toEqual([
      ['مؤسسة & <Söhne>', '1.5'],
      [expect.stringMatching(/^two\s+lines$/u), ''],
      ['_x0041_', ''],
      ['-1+1', '-3'],
      ['bell', expect.stringMatching(/^1e\+?21$|^1000000000000000000000$/iu)],
    ]);
  });
});
