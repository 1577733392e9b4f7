import { copyFile, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '#api/cli/commands.ts';
import { makeWorkbook, sheetRows } from '#test/data/formats/xlsx/make-workbook.ts';
import { startServer } from './start-server.ts';
import { emptyFolder, weft } from './weft.ts';

const root = resolve(import.meta.dirname, '../..');
const county = join(root, 'data/examples/harbour-county/harbour-county.weft.json');
const all = await Promise.all(
  Object.values(commands).map(async (load) => {
    const { name, examples } = await load();
    return examples.map((example) => ({ name, example }));
  }),
);
const served = all.flat().filter(({ name }) => name === 'serve');
const run = all.flat().filter(({ name }) => name !== 'serve');

let folder: string;

/** The user's own files that the examples name, and a store with the county. */
beforeAll(async () => {
  folder = await emptyFolder();
  await Promise.all([
    symlink(join(root, 'data'), join(folder, 'data')),
    copyFile(county, join(folder, 'harbour-county.weft.json')),
    ...Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content)),
  ]);
  const ready = await weft(['import', 'harbour-county.weft.json'], { directory: folder });
  expect([ready.status, ready.err]).toEqual([0, '']);
  expect((await weft(['backup', '--out', 'monday.weft-backup'], { directory: folder })).status).toBe(0);
});

const pairs = [
  ['a', 'b'],
  ['b', 'c'],
  ['c', 'a'],
  ['c', 'd'],
  ['d', 'e'],
  ['e', 'f'],
  ['f', 'd'],
] as const;
const grants = [['grant', 'grantee', 'year'], ...pairs.map(([a], at) => [`g${at % 3}`, a, '2020'])] as const;
const parts = (file: string) => ({
  file,
  is: 'participation',
  columns: { organization: 'grantee', collaboration: 'grant' },
});
/** mapping.json, by the first file that the example names beside it. */
const mappings: Readonly<Record<string, readonly object[]>> = {
  'organizations.csv': [
    {
      file: 'organizations.csv',
      is: 'organizations',
      columns: { id: 'code', name: 'called', sector: 'field' },
    },
    parts('parts.csv'),
  ],
  'grants.csv': [parts('grants.csv')],
  'data.xlsx': [parts('data.xlsx')],
};
const files: Readonly<Record<string, string | Uint8Array>> = {
  'nodes.csv': 'id,name,sector\na,Ash,Food\nb,Birch,Food\nc,Cedar,Food\nd,Date,Law\ne,Elm,Law\nf,Fir,Law\n',
  'ties.csv': `source,target\n${pairs.map((pair) => pair.join(',')).join('\n')}\n`,
  'interlocks.net': '*Vertices 3\n1 "Ash"\n2 "Birch"\n3 "Cedar"\n*Edges\n1 2\n2 3\n',
  'organizations.csv': 'code,called,field\na,Ash,Food\nb,Birch,Food\nc,Cedar,Law\n',
  'parts.csv': 'grant,grantee\np1,a\np1,b\np2,b\np2,c\n',
  'grants.csv': grants.map((row) => row.join(',')).join('\n'),
  'grants.xlsx': makeWorkbook({ Grants: sheetRows([['project_id', 'organization_id'], ...pairs]) }),
  'data.xlsx': makeWorkbook({ Grants: sheetRows(grants) }),
  'rio.gexf':
    '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph><nodes><node id="a"/><node id="b"/></nodes><edges><edge source="a" target="b"/></edges></graph></gexf>',
  'tokens.txt': 'view a-token-to-look-with-of-some-length\nedit a-token-to-change-with-of-some-length\n',
};

/** The words of an example as a shell cuts them; its quotes hold no quotes. */
function wordsOf(example: string): string[] {
  return Array.from(
    example.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/gu),
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  ).slice(1);
}

async function runs(words: readonly string[]): Promise<void> {
  const mapping = Object.keys(mappings).find((file) => words.includes(file));
  if (mapping !== undefined)
    await writeFile(join(folder, 'mapping.json'), JSON.stringify({ tables: mappings[mapping] }));
  const { status, err } = await weft(words, { directory: folder });
  expect([status, err]).toEqual([0, expect.not.stringContaining('weft:')]);
  const out = words[0] === 'convert' ? words.at(-1) : words[words.indexOf('--out') + 1];
  if (words.includes('--out') || words[0] === 'convert')
    expect((await stat(join(folder, out ?? ''))).size).toBeGreaterThan(0);
}

/** Commands on shipped examples in a page: in code of a line, or a line of a block. */
function commandsIn(markdown: string): string[] {
  return markdown
    .split('```')
    .flatMap((part, at) =>
      at % 2 === 1 ? part.split('\n') : Array.from(part.matchAll(/`([^`]+)`/gu), ([, code]) => code ?? ''),
    )
    .map((text) => text.replace(/\s+/gu, ' ').replace(/^npm run --silent weft --/u, 'weft'))
    .filter((text) => text.startsWith('weft ') && text.includes('data/examples/'));
}

describe('the examples of --help, as they are written', () => {
  it.each(run)('$example', async ({ example }) => {
    await runs(wordsOf(example));
  });

  it.each(served)('$example', async ({ example }) => {
    const server = await startServer(folder, ...wordsOf(example).slice(1), '--port', '0');
    if (server.address === '') throw new Error((await server.ended).err);
    server.child.kill('SIGTERM');
    expect((await server.ended).status).toBe(0);
  });
});

describe.each(['README.md', 'data/examples/README.md'])('the commands of %s, as they are written', (page) => {
  it('run on the examples that ship', async () => {
    const written = commandsIn(await readFile(join(root, page), 'utf8'));
    expect(written.length).toBeGreaterThanOrEqual(3);
    for (const command of written) await runs(wordsOf(command));
  });
});
