import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { migrations } from '#data/store/sqlite/migrations.ts';
import { schemaVersion } from '#data/store/sqlite/schema-version.ts';
import { spaceOut } from '#data/store/sqlite/space-out.ts';

/**
 * Runs the steps that are missing, all or none, after a whole copy of the older file. Both under the lock for writing:
 * nothing is written between them, and of several processes one does it.
 *
 * Errors   STORE_NOT_READABLE for the file of a newer Weft; what SQLite raises
 */
export function migrate(database: DatabaseSync, path: string, steps = migrations): void {
  if (missing(database, path, steps).length === 0) return;
  database.exec('BEGIN IMMEDIATE');
  try {
    const left = missing(database, path, steps);
    if (left.length > 0 && left.length < steps.length)
      copyAside(path, `${path}.before-schema-${steps.length}`);
    database.function('space_out', { deterministic: true }, (text) => spaceOut(String(text)));
    for (const step of left) database.exec(step);
    database.exec(`PRAGMA user_version = ${steps.length}`);
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function missing(database: DatabaseSync, path: string, steps: readonly string[]): readonly string[] {
  const version = schemaVersion(database, path);
  if (version > steps.length) throw tooNew(path, version, steps.length);
  return steps.slice(version);
}

/**
 * What is committed, through a connection that only reads. A copy that a crash cut short never stands under the name of
 * a whole one; one of an earlier attempt is of an earlier state, and replaced.
 */
function copyAside(path: string, copy: string): void {
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  const reader = new DatabaseSync(path, { readOnly: true });
  try {
    reader.prepare('VACUUM INTO ?').run(part);
    toDisk(part);
    renameSync(part, copy);
  } finally {
    reader.close();
    rmSync(part, { force: true });
  }
}

/** SQLite leaves that to the system. */
function toDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function tooNew(path: string, version: number, known: number): DataError {
  return new DataError(
    'STORE_NOT_READABLE',
    `The store ${path} has the schema ${version}, and this Weft knows ${known}.`,
    'A newer version of Weft.',
  );
}
