import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv, writeCsvForSpreadsheets } from '#data/formats/csv-write/write-csv.ts';
import type { WriteResult } from '#data/formats/format.ts';
import { emptyNetworkData, type NetworkData } from '#data/model/network-data.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { parse } from 'csv-parse/sync';

function tables({ files }: WriteResult): Record<string, string> {
  return Object.fromEntries(files.map(({ suffix, bytes }) => [suffix, new TextDecoder().decode(bytes)]));
}

const data: NetworkData = {
  ...emptyNetworkData(),
  organizations: [
    {
      id: 'a',
      name: 'Maple, "Trust"',
      sector: 'food',
      topics: ['soil', 'sea'],
      place: { lat: -5 },
      custom: { id: 'own', staff: 3 },
    },
    { id: 'b', name: '=1+1' },
  ],
  people: [{ id: 'p', name: 'Ada' }],
  relationships: [
    { id: 'r', from: 'a', to: 'b', kind: 'funds', direction: 'directed', strength: 2, since: '2008' },
  ],
  collaborations: [
    {
      id: 'c',
      name: 'Pier',
      amount: { value: 10, currency: 'EUR' },
      participants: [{ party: 'a', role: 'lead' }, { party: 'p' }],
    },
  ],
};

describe('writeCsv', () => {
  it('writes nodes, people, ties, collaborations and participation with names that readers know', async () => {
    expect(tables(await writeCsv(data))).toEqual({
      '-nodes.csv':
        'id,name,sector,topics,lat,custom id,staff\na,"Maple, ""Trust""",food,soil|sea,-5,own,3\nb,=1+1,,,,,\n',
      '-people.csv': 'id,name\np,Ada\n',
      '-ties.csv': 'from,to,kind,direction,strength,since,id\na,b,funds,directed,2,2008,r\n',
      '-collaborations.csv': 'id,name,amount,currency\nc,Pier,10,EUR\n',
      '-participation.csv': 'organization,person,collaboration,role\na,,c,lead\n,p,c,\n',
    });
  });

  it('writes custom fields so that no reader takes them for something else, and counts the renamed', async () => {
    const meant: NetworkData = {
      ...emptyNetworkData(),
      organizations: [
        {
          id: 'a',
          name: 'Ash',
          external: [{ source: 'file', id: 'a' }],
          custom: { label: 'Other', type: 'x', source: 's', target: 't', 'custom label': 'c', founded: 1990 },
        },
        { id: 'b', name: 'Elm', external: [{ source: 'file', id: 'b' }] },
      ],
      relationships: [
        {
          id: 'r',
          from: 'a',
          to: 'b',
          kind: 'tie',
          direction: 'undirected',
          external: [{ source: 'file', id: 'r' }],
          custom: { score: 9, weight: 'heavy', 'from id': 'p', 'to id': 'q' },
        },
      ],
    };
    const { files, losses } = await writeCsv(meant);
    expect(losses).toEqual([
      { what: 'custom fields got another name, as theirs means something else in a table', count: 5 },
    ]);
    const back = await readFiles(files.map(({ suffix, bytes }) => ({ name: `x${suffix}`, bytes })));
    expect(back.notes).toEqual([]);
    expect(back.data.organizations).toEqual([
      {
        ...meant.organizations[0],
        custom: {
          'custom label': 'c',
          'custom custom label': 'Other',
          'custom type': 'x',
          'custom source': 's',
          target: 't',
          founded: 1990,
        },
      },
      meant.organizations[1],
    ]);
    expect(back.data.relationships).toEqual([
      {
        ...meant.relationships[0],
        custom: { score: 9, 'custom weight': 'heavy', 'custom from id': 'p', 'to id': 'q' },
      },
    ]);
  });

  it('leaves empty tables away, never the nodes', async () => {
    expect(tables(await writeCsv(emptyNetworkData()))).toEqual({ '-nodes.csv': 'id,name\n' });
  });

  it('counts cells that a reader of tables may take for something else', async () => {
    const odd = {
      ...emptyNetworkData(),
      organizations: [
        {
          id: '007',
          name: 'NA',
          topics: ['a|b'],
          sector: '12',
          custom: { code: '007', on: ['x'], cut: ' a' },
        },
      ],
    };
    expect((await writeCsv(odd)).losses).toEqual([
      { what: 'texts and lists that a table reader may take for something else', count: 5 },
    ]);
  });

  it('guards formulas only for spreadsheets, never numbers, and counts them', async () => {
    const { files, losses } = await writeCsvForSpreadsheets(data);
    const nodes = new TextDecoder().decode(files[0]?.bytes);
    expect(nodes).toContain("\nb,'=1+1,");
    expect(nodes).toContain(',-5,');
    expect(losses).toContainEqual({
      what: 'texts that begin like a formula got a leading apostrophe',
      count: 1,
    });
  });

  it('lets no cell begin a formula in the variant for spreadsheets (any text)', async () => {
    const text = fc
      .tuple(
        fc.constantFrom('', ' ', '\ufeff', '\t', '\u0001'),
        fc.constantFrom('=', '+', '-', '@', '＝', '＠', 'x'),
        fc.string(),
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, async (name) => {
        const { files } = await writeCsvForSpreadsheets({
          ...emptyNetworkData(),
          organizations: [{ id: 'a', name, custom: { [name]: name } }],
        });
        const rows = parse(Buffer.from(files[0]?.bytes ?? []), { bom: false });
        for (const cell of rows.flat())
          // eslint-disable-next-line no-control-regex -- a control before the sign does not stop a spreadsheet
          expect(cell.replace(/^[\s\ufeff\u0001]+/u, '')).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
      { seed: 20_261_124, numRuns: 200 },
    );
  });
});
