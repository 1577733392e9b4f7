import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { migrate } from '#data/store/sqlite/migrate.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { openForWriting } from '#data/store/sqlite/open-database.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-migrate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const next = [...migrations, 'CREATE TABLE later (x TEXT) STRICT'];

describe('bringing a database up to date', () => {
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

  it('copies what is there now, whatever copy an earlier attempt left', () => {
    const path = join(folder, 'again.db');
    const database = openForWriting(path);
    database.exec("INSERT INTO network VALUES ('n', 1)");
    const failing = [...next.slice(0, -1), 'CREATE TABLE network (y TEXT) STRICT'];
    expect(() => {
      migrate(database, path, failing);
    }).toThrow(/network/u);
    // The older Weft is used for another week, then the newer one comes again.
    database.exec('UPDATE network SET head = 9');
    migrate(database, path, next);
    const older = new DatabaseSync(`${path}.before-schema-${next.length}`);
    expect(older.prepare('SELECT head FROM network').get()).toEqual({ head: 9 });
    older.close();
    database.close();
  });

  it('is done by one of several that come at once, and the copy is of before', () => {
    const path = join(folder, 'two.db');
    const database = openForWriting(path);
    const other = new DatabaseSync(path);
    migrate(other, path, next);
    migrate(database, path, next);
    const older = new DatabaseSync(`${path}.before-schema-${next.length}`);
    expect(older.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    for (const one of [older, other, database]) one.close();
  });

  it('changes nothing where the copy cannot be made, and leaves no part of it', () => {
    const path = join(folder, 'blocked.db');
    const database = openForWriting(path);
    // A folder in the way of the copy: it can be written, but not put in its place.
    const copy = `${path}.before-schema-${next.length}`;
    mkdirSync(join(copy, 'full'), { recursive: true });
    expect(() => {
      migrate(database, path, next);
    }).toThrow();
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    database.close();
  });

  it('may be killed in the middle: the file is as it was, and the next one brings it up to date', async () => {
    const path = join(folder, 'killed.db');
    const database = openForWriting(path);
    database.exec("INSERT INTO network VALUES ('n', 3)");
    database.close();
    const endless = `CREATE TABLE half AS
      WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT i, randomblob(2000) AS b FROM n`;
    const script = `
      import { DatabaseSync } from 'node:sqlite';
      import { migrate } from '#data/store/sqlite/migrate.ts';
      const database = new DatabaseSync(${JSON.stringify(path)});
      database.exec('PRAGMA cache_size = 10');
      migrate(database, ${JSON.stringify(path)}, ${JSON.stringify([...next, endless])});`;
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    const ended = once(child, 'exit');
    // The half-made table is too large for its memory: it is being written to the disk.
    await vi.waitUntil(() => child.exitCode !== null || sizeOf(`${path}-wal`) > 1_000_000, 20_000);
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    const again = openForWriting(path);
    expect(again.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length });
    migrate(again, path, next);
    expect(again.prepare('SELECT head FROM network').get()).toEqual({ head: 3 });
    expect(again.prepare("SELECT name FROM sqlite_schema WHERE name IN ('half', 'later')").all()).toEqual([
      { name: 'later' },
    ]);
    again.close();
  }, 30_000);
});

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0);
