import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { openForReading, openForWriting } from '#data/store/sqlite/open-database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-open-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('opening a database', () => {
  it('is durable at each commit', () => {
    const database = openForWriting(join(folder, 'durable.db'));
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(database.prepare('PRAGMA foreign_keys').get()).toEqual({ foreign_keys: 1 });
    expect(database.prepare('PRAGMA trusted_schema').get()).toEqual({ trusted_schema: 0 });
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 15_000 });
    const loose = database.prepare(
      "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    );
    expect(loose.all()).toEqual([]);
    database.close();
  });

  it('refuses a file of a newer Weft, and reads none of an older one', () => {
    const path = join(folder, 'newer.db');
    const database = openForWriting(path);
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`);
    expect(() => openForWriting(path)).toThrow(/newer|knows/u);
    expect(() => openForReading(path)).toThrow(/knows/u);
    database.exec('PRAGMA user_version = 1');
    expect(() => openForReading(path)).toThrow(/schema 1/u);
    database.close();
  });
});
