import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { migrate, openForReading, openForWriting } from '#data/store/sqlite/open-database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-open-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const next = [...migrations, 'CREATE TABLE later (x TEXT) STRICT'];

describe('opening a database', () => {
  it('is durable at each commit', () => {
    const database = openForWriting(join(folder, 'durable.db'));
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
  });

  it('brings an older file up to date after a whole copy of it, also over the part that a crash left', async () => {
    const path = join(folder, 'older.db');
    openForWriting(path).close();
    const database = new DatabaseSync(path);
    database.exec("INSERT INTO network VALUES ('n', 7)");
    const copy = `${path}.before-schema-${next.length}`;
    await writeFile(`${copy}.part`, 'torn');
    migrate(database, path, next);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: next.length });
    expect(database.prepare('SELECT * FROM later').all()).toEqual([]);
    const older = new DatabaseSync(copy);
    expect(older.prepare('SELECT head FROM network').get()).toEqual({ head: 7 });
    expect(older.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    expect(existsSync(`${copy}.part`)).toBe(false);
    older.close();
    database.close();
  });

  it('changes nothing when a step fails', () => {
    const path = join(folder, 'failing.db');
    const database = openForWriting(path);
    const steps = [...next, 'CREATE TABLE later (y TEXT) STRICT'];
    expect(() => {
      migrate(database, path, steps);
    }).toThrow(/later/u);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    expect(() => database.prepare('SELECT * FROM later')).toThrow(/no such table/u);
    database.close();
  });

  it('refuses a file of a newer Weft, and reads none of an older one', () => {
    const path = join(folder, 'newer.db');
    const database = openForWriting(path);
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    expect(() => openForWriting(path)).toThrow(/newer|knows/u);
    expect(() => openForReading(path)).toThrow(/knows/u);
    database.exec('PRAGMA user_version = 0');
    expect(() => openForReading(path)).toThrow(/schema 0/u);
    database.close();
  });
});
