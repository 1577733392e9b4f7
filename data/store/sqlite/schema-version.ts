import type { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { storeError } from '#data/store/sqlite/store-error.ts';

/** SQLITE_NOTADB */
const noDatabase = 26;
/** Tables that every store has had since schema 1. */
const ownTables = ['network', 'record', 'change', 'image'];

/**
 * How many steps of the schema have run in a file; 0: it is empty. Nothing is written, so that a database of another
 * program stays as it is.
 *
 * Errors   STORE_NOT_READABLE: no database, or one of something else; those of storeError
 */
export function schemaVersion(database: DatabaseSync, path: string): number {
  const [version, tables, own] = read(database, path);
  const ours = version === 0 ? tables === 0 : own === ownTables.length;
  if (!ours) throw notOurs(path, 'it is a database of something else');
  return version;
}

/** In one statement: another process may be making the tables. */
function read(database: DatabaseSync, path: string): [version: number, tables: number, own: number] {
  try {
    const row = database
      .prepare(
        `SELECT (SELECT user_version FROM pragma_user_version) AS version, count(*) AS tables,
         count(*) FILTER (WHERE type = 'table' AND name IN (${ownTables.map(() => '?').join()})) AS own
         FROM sqlite_schema`,
      )
      .get(...ownTables);
    return [Number(row?.version), Number(row?.tables), Number(row?.own)];
  } catch (error) {
    if ((error as { errcode?: number }).errcode === noDatabase) throw notOurs(path, (error as Error).message);
    throw storeError(error, path);
  }
}

function notOurs(path: string, why: string): DataError {
  return new DataError(
    'STORE_NOT_READABLE',
    `${path} is not a store of Weft: ${why}.`,
    'Accepted: a file that Weft has made, or the name of one that is not there yet.',
  );
}
