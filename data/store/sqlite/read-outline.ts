import type { DatabaseSync } from 'node:sqlite';
import { outlined, type LogOutline, type NetworkId, type Revision } from '#data/store/port.ts';
import { readEntries } from '#data/store/sqlite/read-entries.ts';

/** Entries after a revision without images, at most `limit`. Cost O(limit), however many records they changed */
export function readOutline(
  database: DatabaseSync,
  network: NetworkId,
  after: Revision,
  limit: number,
): LogOutline[] {
  const first = database.prepare(
    `SELECT kind, id, before IS NULL AS created, after IS NULL AS removed FROM image
     WHERE network = ? AND revision = ? ORDER BY pos LIMIT ${outlined}`,
  );
  const last = database.prepare('SELECT max(pos) AS pos FROM image WHERE network = ? AND revision = ?');
  return readEntries(database, network, { after, upTo: Number.MAX_SAFE_INTEGER, limit }).map((entry) => ({
    ...entry,
    changed: Number(last.get(network, entry.revision)?.pos ?? -1) + 1,
    changes: first.all(network, entry.revision).map(({ kind, id, created, removed }) => ({
      kind: kind as LogOutline['changes'][number]['kind'],
      id: String(id),
      change: removed === 1 ? 'removed' : created === 1 ? 'created' : 'changed',
    })),
  }));
}
