import { describe, expect, it } from 'vitest';
import { previewTables } from '#data/ingest/preview-tables.ts';

const { signal } = new AbortController();
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describe('previewTables', () => {
  it('tells what tables hold by their heads, with the first rows', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => `${at},Name ${at},Health`).join('\n');
    const files = [file('who.csv', `id,name,sector\n${rows}\n`), file('ties.csv', 'from,to,weight\n0,1,2\n')];
    const { format, tables } = await previewTables(files, undefined, signal);
    expect(format).toBe('csv');
    expect(tables[0]).toMatchObject({
      file: 'who.csv',
      head: ['id', 'name', 'sector'],
      rows: 7,
      is: 'organizations',
      columns: { id: 'id', name: 'name', sector: 'sector' },
    });
    expect(tables[0]?.sample).toHaveLength(5);
    expect(tables[1]).toMatchObject({
      is: 'relationships',
      columns: { from: 'from', to: 'to', strength: 'weight' },
    });
  });

  it('shows rows that cannot be taken and tables that nobody knows, and leaves other formats to themselves', async () => {
    const odd = await previewTables([file('odd.csv', 'colour;shade\nred;3;4\nblue;2\n')], undefined, signal);
    expect(odd.tables[0]).toMatchObject({ is: null, columns: {}, rows: 1 });
    const gexf = '<?xml version="1.0"?><gexf xmlns="http://gexf.net/1.3" version="1.3"><graph/></gexf>';
    expect(await previewTables([file('g.gexf', gexf)], undefined, signal)).toEqual({
      format: 'gexf',
      tables: [],
    });
  });

  it('refuses what is of no format', async () => {
    await expect(previewTables([file('x.bin', '')], undefined, signal)).rejects.toMatchObject({
      code: 'INPUT_NOT_VALID',
    });
  });
});
