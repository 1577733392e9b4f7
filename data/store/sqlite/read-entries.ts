import type { DatabaseSync } from 'node:sqlite';
import type { Author, LogEntry, NetworkId, Revision } from '#data/store/port.ts';

/** Who, when and why of the revisions in (after, upTo], oldest first, at most `limit`. */
export function readEntries(
  database: DatabaseSync,
  network: NetworkId,
  { after, upTo, limit }: { readonly after: Revision; readonly upTo: Revision; readonly limit: number },
): Omit<LogEntry, 'changes'>[] {
  return database
    .prepare(
      `SELECT revision, operation, author, at, reason FROM change
       WHERE network = ? AND revision > ? AND revision <= ? ORDER BY revision LIMIT ?`,
    )
    .all(network, after, upTo, limit)
    .map((row) => ({
      revision: Number(row.revision),
      operation: String(row.operation),
      author: JSON.parse(String(row.author)) as Author,
      at: String(row.at),
      ...(row.reason === null ? {} : { reason: String(row.reason) }),
    }));
}
