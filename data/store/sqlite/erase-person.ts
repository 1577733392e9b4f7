import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import type { Author, Change, NetworkId, RecordId } from '#data/store/port.ts';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';

/**
 * Takes a person out of the records and of every image of the log, the text index, the file's free pages and the
 * write-ahead log; copies of the file from before a change of its schema go whole. One that was removed before is erased
 * from the log alone, by an entry without changes.
 * Errors: CHANGE_SET_NOT_VALID when there was never such a person.
 */
export function erasePerson(database: DatabaseSync, network: NetworkId, person: RecordId, by: Author): void {
  const row = database
    .prepare("SELECT revision, body FROM record WHERE network = ? AND id = ? AND kind = 'person'")
    .get(network, person);
  if (!row) throw new DataError('CHANGE_SET_NOT_VALID', `There is no person ${person} to be erased.`);
  const after = erasedPerson(person);
  const change: Change = { kind: 'person', id: person, ifRevision: Number(row.revision), after };
  // What is overwritten from here on leaves zeros behind, not the old bytes.
  database.exec('PRAGMA secure_delete = ON; BEGIN IMMEDIATE');
  new ChangeSetWriter(database).apply(network, {
    operation: randomUUID(),
    author: by,
    at: new Date().toISOString(),
    reason: 'Erased at the wish of the person',
    changes: row.body === null ? [] : [change],
  });
  for (const column of ['before', 'after']) {
    database
      .prepare(
        `UPDATE image INDEXED BY image_of_person SET ${column} = ?
         WHERE network = ? AND id = ? AND kind = 'person' AND ${column} IS NOT NULL`,
      )
      .run(JSON.stringify(after), network, person);
  }
  database.exec('COMMIT');
  removeCopies(database.location());
  sweep(database);
}

/** Those that a change of the schema has left beside the file (migrate.ts). */
function removeCopies(path: string | null): void {
  if (path === null) return;
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.before-schema-`)) rmSync(join(dirname(path), name));
  }
}

/** What earlier changes left in free pages goes with VACUUM, and what VACUUM wrote into the log with the second checkpoint. */
function sweep(database: DatabaseSync): void {
  database.exec("INSERT INTO record_text (record_text) VALUES ('optimize'); VACUUM");
  const done = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (Number(done?.busy) !== 0) {
    throw new DataError(
      'STORE_UNAVAILABLE',
      'The person is erased, and the write-ahead log could not be emptied because somebody is reading.',
      'Erase the person again in a minute, which empties it.',
    );
  }
}
