import type { DatabaseSync } from 'node:sqlite';
import type { LogEntry, LoggedChange, NetworkId, RecordBody, Revision } from '#data/store/port.ts';
import { readEntries } from '#data/store/sqlite/read-entries.ts';

/** Entries of revisions in (after, upTo], oldest first, at most `limit`. */
export function readLog(
  database: DatabaseSync,
  network: NetworkId,
  after: Revision,
  upTo: Revision,
  limit: number,
): LogEntry[] {
  const entries = readEntries(database, network, { after, upTo, limit });
  const last = entries.at(-1)?.revision ?? after;
  const changes = Map.groupBy(
    database
      .prepare(
        `SELECT revision, kind, id, if_revision, before, after FROM image
         WHERE network = ? AND revision > ? AND revision <= ? ORDER BY revision, pos`,
      )
      .all(network, after, last),
    (row) => Number(row.revision),
  );
  return entries.map((entry) => ({
    ...entry,
    changes: (changes.get(entry.revision) ?? []).map(loggedChange),
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
