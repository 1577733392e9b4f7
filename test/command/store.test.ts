import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, sharedData, weft } from './weft.ts';

const examples = join(import.meta.dirname, '../../data/examples');
const ties = join(examples, 'karate/ties.csv');
const county = join(examples, 'harbour-county/harbour-county.weft.json');
const delta = join(sharedData, 'delta-science-tracker');

/** What a Weft JSON holds, as far as these tests look at it. */
interface Exported {
  readonly organizations: readonly unknown[];
  readonly collaborations: readonly unknown[];
  readonly history: readonly { readonly revision: number; readonly changes: readonly unknown[] }[];
}

/**
 * Imports into a new store, twice; exports, imports that into an empty store and exports it again. The second import
 * must change nothing, and both exports must be the same bytes, with the history.
 */
async function roundTrip(slug: string, ...words: readonly string[]): Promise<Exported> {
  const directory = await emptyFolder();
  const run = async (...of: readonly string[]): Promise<string> => {
    const { status, out, err } = await weft(of, { directory });
    expect(status, err).toBe(0);
    return out;
  };
  const exported = async (store: string): Promise<string> => {
    await run('export', '--network', slug, '--out', `${store}.weft.json`, '--store', `sqlite:${store}.db`);
    return await readFile(join(directory, `${store}.weft.json`), 'utf8');
  };
  await run('import', ...words, '--network', slug, '--store', 'sqlite:one.db');
  const first = await exported('one');
  const again = await run('import', ...words, '--network', slug, '--store', 'sqlite:one.db');
  expect(again).toMatch(/nothing to change/u);
  expect(again).not.toMatch(/[1-9]\d* (new|changed)/u);
  expect(await exported('one')).toBe(first);
  await run('import', 'one.weft.json', '--store', 'sqlite:two.db');
  expect(await exported('two')).toBe(first);
  return JSON.parse(first) as Exported;
}

describe('weft import, export, backup, restore and store copy', () => {
  it('takes files in, gives them back, and keeps them through backup and copy, byte for byte', async () => {
    const directory = await emptyFolder();
    const run = async (...words: string[]): Promise<string> => {
      const { status, out, err } = await weft(words, { directory });
      expect(status, err).toBe(0);
      return out;
    };
    expect(await run('import', ties, '--network', 'Karate Club', '--dry-run')).toMatch(
      /dry run[^]*34 new[^]*78 new/u,
    );
    expect(await run('import', ties, '--network', 'Karate Club')).toMatch(
      /karate-club: made, now at revision 1/u,
    );
    expect(await run('import', ties, '--network', 'Karate Club')).toMatch(/nothing to change/u);
    expect(existsSync(join(directory, 'weft-data/weft.db'))).toBe(true);
    const exported = async (name: string, ...store: string[]): Promise<string> => {
      await run('export', '--network', 'karate-club', '--out', name, ...store);
      return await readFile(join(directory, name), 'utf8');
    };
    const first = await exported('first.weft.json');
    await run('backup', '--out', 'monday.weft-backup');
    await run('restore', 'monday.weft-backup', '--store', 'sqlite:restored.db');
    expect(await exported('restored.weft.json', '--store', 'sqlite:restored.db')).toBe(first);
    await run('store', 'copy', 'sqlite:weft-data/weft.db', 'sqlite:copy.db');
    expect(await exported('copied.weft.json', '--store', 'sqlite:copy.db')).toBe(first);
    await run('import', 'first.weft.json', '--store', 'sqlite:again.db');
    expect(await exported('again.weft.json', '--store', 'sqlite:again.db')).toBe(first);
  });

  it('says what is wrong, with the right status, and leaves nothing behind', async () => {
    const directory = await emptyFolder();
    const run = (...words: string[]) => weft(words, { directory });
    await writeFile(join(directory, 'bad.csv'), 'source,target,weight\na,b,-1\n');
    const bad = await run('import', 'bad.csv', '--network', 'x');
    expect([bad.status, bad.err]).toEqual([1, expect.stringMatching(/bad\.csv, line 2[^]*-1/u)]);
    expect(existsSync(join(directory, 'weft-data'))).toBe(false);
    const password = await run('import', ties, '--network', 'x', '--store', 'neo4j://a:secret@h/db');
    expect([password.status, password.err]).toEqual([1, expect.stringMatching(/password/u)]);
    expect(password.err).not.toContain('secret');
    const none = await run('export', '--network', 'x', '--out', 'x.json');
    expect([none.status, none.err]).toEqual([3, expect.stringMatching(/weft-data/u)]);
    expect((await run('backup')).status).toBe(2);
    const wrong = [
      ['import', ties],
      ['import', ties, ties, '--network', 'x'],
      ['export', 'x', '--network', 'x', '--out', 'x.json'],
      ['export', '--network', 'x', '--format', 'docx', '--out', 'x.docx'],
      ['export', '--network', 'x', '--out', '-'],
      ['backup', 'x.b', '--out', 'y.b'],
      ['backup', '--out', 'nowhere/y.b'],
    ];
    for (const words of wrong) expect([words, (await run(...words)).status]).toEqual([words, 2]);
    expect((await run('import', ties)).err).toMatch(/--network is missing/u);
    // What only looks, or fails, makes no store.
    const no = ['--store', 'sqlite:no.db'];
    expect((await run('import', ties, '--network', 'x', '--dry-run', ...no)).status).toBe(0);
    expect((await run('restore', 'bad.csv', ...no)).status).toBe(1);
    const gone = await run('erase', '--network', 'x', '--person', 'p', ...no);
    expect([gone.status, gone.err]).toEqual([3, expect.stringMatching(/There is no store at .*no\.db/u)]);
    expect(existsSync(join(directory, 'no.db'))).toBe(false);
    expect((await run('store', 'move', 'a', 'b')).status).toBe(2);
    const restored = await run('restore', 'bad.csv', '--store', 'sqlite:new.db');
    expect([restored.status, restored.err]).toEqual([1, expect.stringMatching(/not a whole backup/u)]);
  });
});

describe('a command that is interrupted', () => {
  it('ends with 3 and leaves nothing behind, also where only the process that was started gets the signal', async () => {
    const directory = await emptyFolder();
    const many = Array.from(
      { length: 100_000 },
      (_, at) => `n${at % 20_000},n${(at * 7_919 + 1) % 20_000}\n`,
    );
    await writeFile(join(directory, 'big.csv'), `source,target\n${many.join('')}`);
    const words = ['import', 'big.csv', '--network', 'big'];
    const taken = await weft(words, { directory, interruptAfterMs: 500 });
    expect([taken.status, taken.err]).toEqual([3, expect.stringMatching(/cancelled/u)]);
    const names = await readdir(directory);
    expect(names.filter((name) => name !== 'weft-data')).toEqual(['big.csv']);
  });
});

describe('a second import, and a network through export and import', () => {
  it('changes nothing, and comes back byte for byte with its history: Harbour County', async () => {
    const { organizations, history } = await roundTrip('harbour-county', county);
    const held = JSON.parse(await readFile(county, 'utf8')) as Exported;
    expect(organizations).toEqual(held.organizations);
    expect(organizations.length).toBeGreaterThan(30);
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index + 1));
    expect(history.length).toBeGreaterThan(0);
  });

  it('changes nothing, and comes back byte for byte with its history: tables by a mapping', async () => {
    const directory = await emptyFolder();
    const file = (name: string, text: string) => writeFile(join(directory, name), text);
    await file('parties.csv', 'id,name,type,mode\no1,Bakery,Food,1\no2,Bank,Finance,1\np1,Bread,,0\n');
    await file('roles.csv', 'org_id,project_id,role\no1,p1,lead\no2,p1,funder\n');
    const mapping = {
      source: 'tracker',
      tables: [
        {
          file: 'parties.csv',
          is: 'organizations',
          where: { mode: '1' },
          columns: { id: 'id', name: 'name', sector: 'type' },
        },
        {
          file: 'parties.csv',
          is: 'collaborations',
          where: { mode: '0' },
          columns: { id: 'id', name: 'name' },
        },
        {
          file: 'roles.csv',
          is: 'participation',
          columns: { organization: 'org_id', collaboration: 'project_id', role: 'role' },
        },
      ],
    };
    await file('mapping.json', JSON.stringify(mapping));
    const paths = ['parties.csv', 'roles.csv'].map((name) => join(directory, name));
    const words = [...paths, '--map', join(directory, 'mapping.json')];
    const { organizations, collaborations, history } = await roundTrip('tracker', ...words);
    expect([organizations.length, collaborations.length, history.length]).toEqual([2, 1, 1]);
  });

  describe.runIf(existsSync(delta))('with the data beside the checkout', () => {
    it('takes the delta data by its mapping: 138 organizations, 297 collaborations', async () => {
      const files = ['nodelist_twomode.csv', 'edgelist_twomode.csv'].map((name) => join(delta, name));
      const map = join(import.meta.dirname, 'delta.mapping.json');
      const { organizations, collaborations, history } = await roundTrip('delta', ...files, '--map', map);
      expect([organizations.length, collaborations.length, history.length]).toEqual([138, 297, 1]);
    });
  });
});
