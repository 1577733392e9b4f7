import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';

const busyTimeoutMs = 5000;

/** A connection for writing: durable at each commit, schema brought up to date (after a copy of an older file). */
export function openForWriting(path: string): DatabaseSync {
  const database = open(path, false);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  database.exec('PRAGMA trusted_schema = OFF');
  migrate(database, path);
  return database;
}

/** A connection that cannot write. */
export function openForReading(path: string): DatabaseSync {
  return open(path, true);
}

function open(path: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs });
  } catch (error) {
    throw new DataError(
      'STORE_NOT_READABLE',
      `The store ${path} could not be opened: ${(error as Error).message}.`,
    );
  }
}

function migrate(database: DatabaseSync, path: string): void {
  const version = versionOf(database, path);
  if (version === migrations.length) return;
  if (version > migrations.length) {
    throw new DataError(
      'STORE_NOT_READABLE',
      `The store ${path} has the schema ${version}, and this Weft knows ${migrations.length}.`,
      'A newer version of Weft.',
    );
  }
  if (version > 0) {
    const copy = `${path}.before-schema-${migrations.length}`;
    if (!existsSync(copy)) database.prepare('VACUUM INTO ?').run(copy);
  }
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been first.
    for (const step of migrations.slice(versionOf(database, path))) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

function versionOf(database: DatabaseSync, path: string): number {
  try {
    return Number(database.prepare('PRAGMA user_version').get()?.user_version);
  } catch (error) {
    throw new DataError('STORE_NOT_READABLE', `${path} is not a store of Weft: ${(error as Error).message}.`);
  }
}
