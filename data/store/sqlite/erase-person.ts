import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import { erasedPerson } from '#data/store/erased-person.ts';
import type { Author, NetworkId, RecordId } from '#data/store/port.ts';
import { ChangeSetWriter } from '#data/store/sqlite/change-set-writer.ts';

/**
 * Takes a person out of the records and of every image of the log, the text index and the file's free pages.
 * Errors: CHANGE_SET_NOT_VALID when there is no such person.
 */
export function erasePerson(database: DatabaseSync, network: NetworkId, person: RecordId, by: Author): void {
  const row = database
    .prepare(
      "SELECT revision FROM record WHERE network = ? AND id = ? AND kind = 'person' AND body IS NOT NULL",
    )
    .get(network, person);
  if (!row) throw new DataError('CHANGE_SET_NOT_VALID', `There is no person ${person} to be erased.`);
  const after = erasedPerson(person);
  const text = JSON.stringify(after);
  database.exec('PRAGMA secure_delete = ON; BEGIN IMMEDIATE');
  new ChangeSetWriter(database).apply(network, {
    operation: randomUUID(),
    author: by,
    at: new Date().toISOString(),
    reason: 'Erased at the wish of the person',
    changes: [{ kind: 'person', id: person, ifRevision: Number(row.revision), after }],
  });
  for (const column of ['before', 'after']) {
    database
      .prepare(`UPDATE image SET ${column} = ? WHERE network = ? AND id = ? AND ${column} IS NOT NULL`)
      .run(text, network, person);
  }
  database.exec('COMMIT');
  database.exec(
    "INSERT INTO record_text (record_text) VALUES ('optimize'); PRAGMA wal_checkpoint(TRUNCATE); VACUUM",
  );
}
