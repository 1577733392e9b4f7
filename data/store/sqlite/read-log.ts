import type { DatabaseSync } from 'node:sqlite';
import type { Author, LogEntry, LoggedChange, NetworkId, RecordBody, Revision } from '#data/store/port.ts';

/** Entries of revisions in (after, upTo], oldest first, at most `limit`. */
export function readLog(
  database: DatabaseSync,
  network: NetworkId,
  after: Revision,
  upTo: Revision,
  limit: number,
): LogEntry[] {
  const entries = database
    .prepare(
      `SELECT revision, operation, author, at, reason FROM change
       WHERE network = ? AND revision > ? AND revision <= ? ORDER BY revision LIMIT ?`,
    )
    .all(network, after, upTo, limit);
  const last = Number(entries.at(-1)?.revision ?? after);
  const changes = Map.groupBy(
    database
      .prepare(
        `SELECT revision, kind, id, if_revision, before, after FROM image
         WHERE network = ? AND revision > ? AND revision <= ? ORDER BY revision, pos`,
      )
      .all(network, after, last),
    (row) => Number(row.revision),
  );
  return entries.map((row) => ({
    revision: Number(row.revision),
    operation: String(row.operation),
    author: JSON.parse(String(row.author)) as Author,
    at: String(row.at),
    ...(row.reason === null ? {} : { reason: String(row.reason) }),
    changes: (changes.get(Number(row.revision)) ?? []).map(loggedChange),
  }));
}

function loggedChange(row: Record<string, unknown>): LoggedChange {
  return {
    kind: row.kind as LoggedChange['kind'],
    id: String(row.id),
    ifRevision: row.if_revision === null ? null : Number(row.if_revision),
    before: bodyOf(row.before),
    after: bodyOf(row.after),
  };
}

function bodyOf(text: unknown): RecordBody | null {
  return typeof text === 'string' ? (JSON.parse(text) as RecordBody) : null;
}
