import { existsSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';

/** Longer than the import of 120,000 records holds the lock (4 s): what waits for one goes on after it. */
const busyTimeoutMs = 15_000;

/** A connection for writing: durable at each commit, schema brought up to date (after a copy of an older file). */
export function openForWriting(path: string): DatabaseSync {
  const database = open(path, false);
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    database.exec('PRAGMA trusted_schema = OFF');
    // A large import spills its pages into the log again and again otherwise: 13 s of processor time became 7.
    database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
    migrate(database, path);
  } catch (error) {
    database.close();
    throw storeError(error);
  }
  return database;
}

/** A connection that cannot write. Errors: STORE_NOT_READABLE, also where the schema is older than this Weft's. */
export function openForReading(path: string): DatabaseSync {
  const database = open(path, true);
  const version = versionOf(database, path);
  if (version === migrations.length) return database;
  database.close();
  throw version > migrations.length
    ? tooNew(path, version, migrations.length)
    : new DataError(
        'STORE_NOT_READABLE',
        `The store ${path} has the schema ${version}, and this Weft reads ${migrations.length}.`,
        'Open it once for writing (weft serve), which brings it up to date after a copy.',
      );
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

/** Runs the steps that are missing, all or none, after a whole copy of the older file. */
export function migrate(database: DatabaseSync, path: string, steps = migrations): void {
  const version = versionOf(database, path);
  if (version === steps.length) return;
  if (version > steps.length) throw tooNew(path, version, steps.length);
  if (version > 0) copyAside(database, `${path}.before-schema-${steps.length}`);
  database.exec('BEGIN IMMEDIATE');
  try {
    // Another process may have been first.
    for (const step of steps.slice(versionOf(database, path))) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** A copy that a crash cut short never stands under the name of a whole one. */
function copyAside(database: DatabaseSync, copy: string): void {
  if (existsSync(copy)) return;
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  database.prepare('VACUUM INTO ?').run(part);
  renameSync(part, copy);
}

function tooNew(path: string, version: number, known: number): DataError {
  return new DataError(
    'STORE_NOT_READABLE',
    `The store ${path} has the schema ${version}, and this Weft knows ${known}.`,
    'A newer version of Weft.',
  );
}

function versionOf(database: DatabaseSync, path: string): number {
  try {
    return Number(database.prepare('PRAGMA user_version').get()?.user_version);
  } catch (error) {
    throw new DataError('STORE_NOT_READABLE', `${path} is not a store of Weft: ${(error as Error).message}.`);
  }
}
