import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { readCursor, writeCursor } from '#data/store/cursor.ts';
import { spaceOut } from '#data/store/sqlite/space-out.ts';
import type { NetworkId, Page, Query, RecordBody, Stored } from '#data/store/port.ts';

/** The filter that asks for records that name another one. */
export const linksTo = 'linksTo';

/**
 * A page of one kind: in the order of creation, or best match first where there is text.
 * Cost: O(limit) by index without a filter, O(records found) by linksTo; another filter reads the kind. Errors: CURSOR_NOT_VALID
 */
export function findRecords(database: DatabaseSync, network: NetworkId, query: Query): Page {
  return query.text === undefined ? listPage(database, network, query) : textPage(database, network, query);
}

function listPage(database: DatabaseSync, network: NetworkId, query: Query): Page {
  const [created, pos] = query.cursor === undefined ? [-1, -1] : readCursor(query.cursor);
  const filter = filterSql(network, query);
  // Few records name another one: they are looked up by their rows, where the index of places would read the kind.
  const by = query.filter?.[linksTo] === undefined ? '' : 'NOT INDEXED';
  const rows = database
    .prepare(
      `SELECT id, revision, body, created, pos FROM record ${by}
       WHERE network = ? AND kind = ? AND body IS NOT NULL AND (created, pos) > (?, ?)${filter.sql}
       ORDER BY created, pos LIMIT ?`,
    )
    .all(network, query.kind, created, pos, ...filter.values, query.limit + 1);
  const last = rows[query.limit - 1];
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: rows.slice(0, query.limit).map((row) => storedFrom(query.kind, row)),
    next: more ? writeCursor(Number(last.created), Number(last.pos)) : null,
  };
}

function textPage(database: DatabaseSync, network: NetworkId, query: Query): Page {
  const [offset] = query.cursor === undefined ? [0] : readCursor(query.cursor);
  const match = matchExpression(query.text ?? '');
  if (match === '') return { items: [], next: null };
  const filter = filterSql(network, query);
  const rows = database
    .prepare(
      `SELECT record.id, record.revision, record.body FROM record_text JOIN record ON record.rowid = record_text.rowid
       WHERE record_text MATCH ? AND network = ? AND kind = ? AND body IS NOT NULL${filter.sql}
       ORDER BY bm25(record_text, 10.0, 1.0), created, pos LIMIT ? OFFSET ?`,
    )
    .all(match, network, query.kind, ...filter.values, query.limit + 1, offset);
  return {
    items: rows.slice(0, query.limit).map((row) => storedFrom(query.kind, row)),
    next: rows.length > query.limit ? writeCursor(offset + query.limit, 0) : null,
  };
}

/** Every word quoted, so that no word is an operator; the last may be a beginning. */
function matchExpression(text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => `"${spaceOut(word)}"`).join(' ') + (words.length > 0 ? '*' : '');
}

/** Fields are values of the statement, never part of it. */
function filterSql(network: NetworkId, query: Query): { sql: string; values: SQLInputValue[] } {
  const parts: string[] = [];
  const values: SQLInputValue[] = [];
  for (const [field, value] of Object.entries(query.filter ?? {})) {
    if (field === linksTo) {
      parts.push(
        'record.rowid IN (SELECT owner FROM link WHERE target = (SELECT rowid FROM record WHERE network = ? AND id = ?))',
      );
      values.push(network, value);
    } else {
      parts.push(
        `EXISTS (SELECT 1 FROM json_tree(record.body, '$.' || ?) AS field
          WHERE CAST(field.atom AS TEXT) = ? OR (field.type IN ('true', 'false') AND field.type = ?))`,
      );
      values.push(`"${field.replaceAll('"', '')}"`, value, value);
    }
  }
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values };
}

export function storedFrom(kind: Stored['kind'], row: Record<string, unknown>): Stored {
  return {
    kind,
    id: String(row.id),
    revision: Number(row.revision),
    body: JSON.parse(String(row.body)) as RecordBody,
  };
}
