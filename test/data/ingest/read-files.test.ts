import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '#data/formats/registry.ts';
import { inputHash } from '#data/ingest/input-hash.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import { readText, refusal, textFile } from '#test/data/formats/table/read-text.ts';

describe('readFiles', () => {
  it('refuses no file, an empty one, an unknown one, an unknown format, each with what is accepted', async () => {
    expect(await refusal(readFiles([]))).toMatchObject([{ code: 'NO_FILE' }]);
    expect(await refusal(readFiles([textFile('e.csv', '')]))).toMatchObject([
      { code: 'EMPTY_FILE', file: 'e.csv' },
    ]);
    const [unknown] = await refusal(readFiles([textFile('poem.csv', 'Whose woods these are\n')]));
    expect(unknown).toMatchObject({ code: 'FORMAT_UNKNOWN', file: 'poem.csv' });
    for (const { id, read } of formats) if (read !== undefined) expect(unknown?.message).toContain(`(${id})`);
    expect(await refusal(readText('source,target\na,b\n', { format: 'docx' }))).toMatchObject([
      { value: 'docx' },
    ]);
  });

  it('names a known format that it does not read yet, and what to do', async () => {
    const grants = '{"grants": [{"id": "360G-x-1"}]}';
    expect((await refusal(readText({ 'grants.json': grants })))[0]?.message).toMatch(
      /is 360Giving JSON, which Weft does not read yet; save its grants as CSV or XLSX.*--map/u,
    );
    const activities = '<?xml version="1.0"?>\n<!-- an example -->\n<iati-activities version="2.03"/>';
    expect((await refusal(readText({ 'a.xml': activities })))[0]?.message).toMatch(
      /is IATI XML, which Weft does not read yet; .*--map/u,
    );
  });

  it('goes by content, not by name', async () => {
    expect((await readText({ 'graph.gexf': 'source,target\na,b\n' })).format).toBe('csv');
  });

  it('refuses a table together with a graph file', async () => {
    const gexf =
      '<?xml version="1.0"?><gexf version="1.3"><graph><nodes><node id="a"/></nodes></graph></gexf>';
    expect(await refusal(readText({ 'a.csv': 'source,target\na,b\n', 'b.xml': gexf }))).toMatchObject([
      { code: 'FORMATS_MIXED' },
    ]);
  });

  it('lists a thousand bad rows no longer than needed, and counts them', async () => {
    const problems = await refusal(readText(`source,target,weight\n${'a,b,-1\n'.repeat(10_000)}`));
    expect(problems.length).toBeLessThanOrEqual(1_000);
    expect(problems.at(-1)?.message).toContain('read no further');
    const rows = problems.filter(({ code }) => code !== 'MORE_ERRORS');
    expect(rows.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(10_000);
  });

  it('does not mutate its input and answers the same twice', async () => {
    const file = textFile('t.csv', 'source,target,weight\na,b,1\nb,c,2\n');
    const before = file.bytes.slice();
    const first = await readFiles([file]);
    expect(await readFiles([file])).toEqual(first);
    expect(file.bytes).toEqual(before);
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    controller.abort(new Error('stopped'));
    await expect(readText('source,target\na,b\n', { signal: controller.signal })).rejects.toThrow('stopped');
  });
});

describe('inputHash', () => {
  const digest = (...parts: readonly Uint8Array[]): Buffer => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const a = Uint8Array.of(1, 2, 3);
  const b = new Uint8Array(0);

  it('is the hash over the digests in order, then of mapping, lens and groups', () => {
    expect(inputHash({ files: [a, b] })).toBe(`sha256:${digest(digest(a), digest(b)).toString('hex')}`);
    expect(inputHash({ files: [a], groups: b, mapping: a })).toBe(
      `sha256:${digest(digest(a), digest(a), digest(b)).toString('hex')}`,
    );
    expect(inputHash({ files: [a, b] })).not.toBe(inputHash({ files: [b, a] }));
  });
});

describe('parseMapping', () => {
  it('takes a mapping and says where another is wrong', async () => {
    const good = { tables: [{ file: 'a.csv', is: 'organizations', columns: { id: 'id' } }] };
    expect(parseMapping(textFile('m.json', JSON.stringify(good)))).toEqual({ ...good, writtenIn: 'm.json' });
    const refused = (text: string): Promise<unknown> =>
      refusal(Promise.resolve().then(() => parseMapping(textFile('m.json', text))));
    expect(await refused('{"tables":[{"file":"a.csv","is":"towns","columns":{}}]}')).toMatchObject([
      { code: 'MAPPING_NOT_VALID', file: 'm.json', record: 'tables[0].is', value: '"towns"' },
    ]);
    expect(await refused('{"tables":[{"file":"a.csv","columns":{"id":7}}],"tabels":1}')).toMatchObject([
      { record: 'tables[0].is' },
      { record: 'tables[0].columns.id', value: '7' },
      { message: expect.stringMatching(/“tabels”.*[Aa]ccepted/u) as string },
    ]);
    expect(await refused('{"tables":')).toMatchObject([{ file: 'm.json' }]);
    expect(await refused('')).toMatchObject([{ code: 'EMPTY_FILE' }]);
  });
});

const shared = '../shared/data';
describe.runIf(existsSync(shared))('tables of others', () => {
  it.each([
    [['dhhs-collaboration/DHHS.nodes.csv', 'dhhs-collaboration/DHHS.edges.csv'], 54, 447],
    [['dhhs-collaboration/DHHS.edges.csv', 'dhhs-collaboration/DHHS.nodes.csv'], 54, 447],
    [['tobacco-indiana/TCcoll.nodes.csv', 'tobacco-indiana/TCcoll.edges.csv'], 25, 161],
    [['tobacco-indiana/TCcnt.nodes.csv', 'tobacco-indiana/TCcnt.edges.csv'], 25, 175],
    [['tobacco-indiana/TCdiss.nodes.csv', 'tobacco-indiana/TCdiss.edges.csv'], 25, 103],
    [['chinese-engo/collaboration.csv'], 54, 98],
    [['quakers/quaker-nodes.csv', 'quakers/quaker-edges.csv'], 96, 162],
    [['erasmus-flows/Learning-mobility-flows-since-2014.csv'], 35, 1223],
    [
      ['delta-science-tracker/nodelist_onemode.csv', 'delta-science-tracker/edgelist_onemode_projected.csv'],
      139,
      475,
    ],
    [['spreadsheets-shared/testCSVSemiColon.csv'], 3, 3],
    [['spreadsheets-shared/edges_table_types_test.csv'], 2, 2],
  ])('%j: %i organizations, %i ties', async (paths, organizations, ties) => {
    const { data } = await readFiles(
      paths.map((path) => ({ name: basename(path), bytes: readFileSync(`${shared}/${path}`) })),
    );
    expect([data.organizations.length, data.relationships.length]).toEqual([organizations, ties]);
  });
});
