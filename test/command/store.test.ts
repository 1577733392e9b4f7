import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder, weft } from './weft.ts';

const karate = join(import.meta.dirname, '../../data/examples/karate');
const ties = join(karate, 'ties.csv');

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
    expect((await run('store', 'move', 'a', 'b')).status).toBe(2);
    const restored = await run('restore', 'bad.csv', '--store', 'sqlite:new.db');
    expect([restored.status, restored.err]).toEqual([1, expect.stringMatching(/not a whole backup/u)]);
  });
});
