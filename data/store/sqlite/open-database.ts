import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { migrate, tooNew } from '#data/store/sqlite/migrate.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { schemaVersion } from '#data/store/sqlite/schema-version.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';

/** Longer than the import of 120,000 records holds the lock (4 s): what waits for one goes on after it. */
const busyTimeoutMs = 15_000;

/** A connection for writing: durable at each commit, schema brought up to date (after a copy of an older file). */
export function openForWriting(path: string): DatabaseSync {
  const database = open(path, false);
  try {
    // The first that is written of a file is how it is written: not before it is known to be ours.
    schemaVersion(database, path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
    database.exec('PRAGMA trusted_schema = OFF');
    // A large import spills its pages into the log again and again otherwise: 13 s of processor time became 7.
    database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY');
    migrate(database, path);
  } catch (error) {
    database.close();
    throw storeError(error, path);
  }
  return database;
}

/** A connection that cannot write. Errors: STORE_NOT_READABLE, also where the schema is older than this Weft's. */
export function openForReading(path: string): DatabaseSync {
  const database = open(path, true);
  try {
    checkKnown(schemaVersion(database, path), path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkKnown(version: number, path: string): void {
  if (version === migrations.length) return;
  throw version > migrations.length
    ? tooNew(path, version, migrations.length)
    : new DataError(
        'STORE_NOT_READABLE',
        `The store ${path} has the schema ${version}, and this Weft reads ${migrations.length}.`,
        'Open it once for writing (weft serve), which brings it up to date after a copy.',
      );
}

function open(path: string, readOnly: boolean): DatabaseSync {
  if (readOnly && !existsSync(path)) {
    throw new DataError('STORE_NOT_READABLE', `There is no store at ${path}.`);
  }
  try {
    return new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs });
  } catch (error) {
    throw new DataError(
      'STORE_NOT_READABLE',
      `The store ${path} could not be opened: ${(error as Error).message}.`,
    );
  }
}
