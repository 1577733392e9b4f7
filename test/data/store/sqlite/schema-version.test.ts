import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { schemaVersion } from '#data/store/sqlite/schema-version.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'weft-schema-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the schema of a file', () => {
  it('is 0 of an empty one, and the number of steps of a store', async () => {
    const path = join(folder, 'store.db');
    writeFileSync(path, '');
    const empty = new DatabaseSync(path);
    expect(schemaVersion(empty, path)).toBe(0);
    empty.close();
    await (await SqliteStore.open(path)).close();
    const made = new DatabaseSync(path);
    expect(schemaVersion(made, path)).toBe(migrations.length);
    made.close();
  });

  it.each([0, 1, migrations.length, 57])(
    'is none of a database of another program, whose version is %i, and nothing of it is changed',
    async (version) => {
      const path = join(folder, `bookmarks-${version}.db`);
      const other = new DatabaseSync(path);
      other.exec(`CREATE TABLE bookmark (url TEXT); PRAGMA user_version = ${version}`);
      other.close();
      const before = readFileSync(path);
      for (const open of [() => SqliteStore.open(path), async () => SqliteStore.openToRead(path)]) {
        const refused = open();
        await expect(refused).rejects.toMatchObject({ code: 'STORE_NOT_READABLE' });
        await expect(refused).rejects.toThrow(
          `${path} is not a store of Weft: it is a database of something else`,
        );
      }
      expect(readFileSync(path).equals(before)).toBe(true);
      expect(existsSync(`${path}.before-schema-${migrations.length}`)).toBe(false);
    },
  );

  it('is none of a file that is no database, which is named', async () => {
    const path = join(folder, 'letter.txt');
    const letter = 'Dear neighbours, '.repeat(300);
    writeFileSync(path, letter);
    await expect(SqliteStore.open(path)).rejects.toThrow(
      `${path} is not a store of Weft: file is not a database`,
    );
    expect(() => SqliteStore.openToRead(path)).toThrow(/letter\.txt is not a store of Weft/u);
    expect(readFileSync(path, 'utf8')).toBe(letter);
  });

  it('of a file that was cut short is refused as damaged, by its name', async () => {
    const path = join(folder, 'whole.db');
    await (await SqliteStore.open(path)).close();
    const cut = join(folder, 'cut.db');
    writeFileSync(cut, readFileSync(path).subarray(0, 9_000));
    await expect(SqliteStore.open(cut)).rejects.toMatchObject({ code: 'STORE_NOT_READABLE' });
    await expect(SqliteStore.open(cut)).rejects.toThrow(/cut\.db is damaged/u);
  });
});
