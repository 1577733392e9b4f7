import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { linksOf } from '#data/model/links-of.ts';
import { records } from '#data/model/registry.ts';
import { searchText } from '#data/model/search-text.ts';
import { checkChangeSet, checkCurrent } from '#data/store/check-change-set.ts';
import { spaceOut } from '#data/store/sqlite/space-out.ts';
import type {
  Change,
  ChangeSet,
  Committed,
  NetworkId,
  RecordBody,
  RecordId,
  Revision,
} from '#data/store/port.ts';

/** Where a record stands, and what it is; null: it is removed. */
interface Row {
  readonly rowid: number;
  readonly kind: Kind | null;
}

interface RecordRow {
  readonly rowid: number;
  readonly kind: Kind;
  readonly revision: number;
  readonly body: string | null;
}

/** Applies change sets inside a transaction that the caller has begun; a refused one leaves the caller to roll back. */
export class ChangeSetWriter {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  head(network: NetworkId): Revision {
    return Number(this.#get('SELECT head FROM network WHERE network = ?', network)?.head ?? 0);
  }

  /** Errors: STALE, CHANGE_SET_NOT_VALID, RECORD_NOT_VALID, LINK_NOT_FOUND, SLUG_TAKEN, and what SQLite raises. */
  apply(network: NetworkId, set: ChangeSet): Committed {
    const repeated = this.#get(
      'SELECT revision FROM change WHERE network = ? AND operation = ?',
      network,
      set.operation,
    );
    if (repeated) return { revision: Number(repeated.revision), repeated: true };
    checkChangeSet(set);
    const revision = Number(
      this.#get(
        'INSERT INTO network VALUES (?, 1) ON CONFLICT DO UPDATE SET head = head + 1 RETURNING head',
        network,
      )?.head,
    );
    this.#run(
      'INSERT INTO change (network, revision, operation, author, at, reason) VALUES (?, ?, ?, ?, ?, ?)',
      network,
      revision,
      set.operation,
      JSON.stringify(set.author),
      set.at,
      set.reason ?? null,
    );
    const written = new Map<RecordId, Row>();
    for (const [pos, change] of set.changes.entries()) {
      if (change.kind === 'network') this.#checkSlug(network, change);
      const rowid = this.#change(network, revision, pos, change);
      written.set(change.id, { rowid, kind: change.after && change.kind });
    }
    this.#link(network, set, written);
    return { revision, repeated: false };
  }

  /** Writes the record and its images; gives the record's row. */
  #change(network: NetworkId, revision: Revision, pos: number, change: Change): number {
    const after = change.after ? JSON.stringify(change.after) : null;
    const made = change.ifRevision === null ? this.#insert(network, revision, pos, change, after) : null;
    const rowid = made ?? this.#update(network, revision, pos, change, after);
    if (!change.after) return rowid;
    const { name, rest } = searchText(change.kind, change.after);
    this.#run(
      'INSERT INTO record_text (rowid, name, rest) VALUES (?, ?, ?)',
      rowid,
      spaceOut(name),
      spaceOut(rest),
    );
    return rowid;
  }

  /** The row of a record that was never there before; null: there is one. */
  #insert(
    network: NetworkId,
    revision: Revision,
    pos: number,
    { kind, id }: Change,
    after: string | null,
  ): number | null {
    const { changes, lastInsertRowid } = this.#run(
      `INSERT INTO record (network, id, kind, revision, created, pos, body) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      network,
      id,
      kind,
      revision,
      revision,
      pos,
      after,
    );
    if (changes === 0) return null;
    this.#image(network, revision, pos, { kind, id, ifRevision: null }, null, after);
    return Number(lastInsertRowid);
  }

  #update(network: NetworkId, revision: Revision, pos: number, change: Change, after: string | null): number {
    const { kind, id } = change;
    const row = this.#get(
      'SELECT rowid, kind, revision, body FROM record WHERE network = ? AND id = ?',
      network,
      id,
    ) as RecordRow | undefined;
    const body = row?.body ?? null;
    checkCurrent(change, row && { ...row, body: body === null ? null : (JSON.parse(body) as RecordBody) });
    if (!row) throw new Error(`The record ${id} can be neither inserted nor found.`);
    this.#image(network, revision, pos, change, body, after);
    this.#run(
      'UPDATE record SET kind = ?, revision = ?, body = ? WHERE rowid = ?',
      kind,
      revision,
      after,
      row.rowid,
    );
    this.#run('DELETE FROM link WHERE owner = ?', row.rowid);
    this.#run('DELETE FROM record_text WHERE rowid = ?', row.rowid);
    return row.rowid;
  }

  #image(
    network: NetworkId,
    revision: Revision,
    pos: number,
    { kind, id, ifRevision }: Omit<Change, 'after'>,
    before: string | null,
    after: string | null,
  ): void {
    this.#run(
      'INSERT INTO image VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      network,
      revision,
      pos,
      kind,
      id,
      ifRevision,
      before,
      after,
    );
  }

  /** Addresses name a network by its slug. */
  #checkSlug(network: NetworkId, { id, after }: Change): void {
    if (after && id !== network) {
      throw new DataError('CHANGE_SET_NOT_VALID', `The record of the network ${network} has the id ${id}.`);
    }
    const slug = after?.slug;
    if (typeof slug !== 'string') return;
    const other = this.#get(
      `SELECT network FROM record WHERE kind = 'network' AND body IS NOT NULL AND network <> ? AND body ->> '$.slug' = ?`,
      network,
      slug,
    );
    if (other) throw new DataError('SLUG_TAKEN', `The slug ${slug} is that of another network.`);
  }

  /** After all changes: what is named is there and of an accepted kind, and nothing names what was removed. */
  #link(network: NetworkId, { changes }: ChangeSet, written: ReadonlyMap<RecordId, Row>): void {
    for (const { kind, id, after } of changes) {
      const row = written.get(id);
      if (after && row) this.#linkTargets(network, kind, after, row, written);
    }
    for (const { kind, id, after } of changes) {
      const row = written.get(id);
      if (!after && row) this.#checkNotNamed(kind, id, row);
    }
  }

  #linkTargets(
    network: NetworkId,
    kind: Kind,
    after: RecordBody,
    owner: Row,
    written: ReadonlyMap<RecordId, Row>,
  ): void {
    for (const { field, target } of linksOf(kind, after)) {
      const named = written.get(target) ?? this.#row(network, target);
      const rowid = checkTarget(kind, { owner: after.id, field, target }, named);
      this.#run('INSERT INTO link VALUES (?, ?) ON CONFLICT DO NOTHING', owner.rowid, rowid);
    }
  }

  #checkNotNamed(kind: Kind, id: RecordId, { rowid }: Row): void {
    const namer = this.#get(
      'SELECT record.id FROM link JOIN record ON record.rowid = link.owner WHERE target = ? LIMIT 1',
      rowid,
    );
    if (namer) throw linkError(`${String(namer.id)} names the ${kind} ${id}, which was to be removed.`);
  }

  #row(network: NetworkId, id: RecordId): Row | undefined {
    return this.#get(
      'SELECT rowid, kind FROM record WHERE network = ? AND id = ? AND body IS NOT NULL',
      network,
      id,
    ) as Row | undefined;
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#database.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #get(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | undefined {
    return this.#statement(sql).get(...values);
  }

  #run(sql: string, ...values: SQLInputValue[]) {
    return this.#statement(sql).run(...values);
  }
}

/** The row of what is named. Errors: LINK_NOT_FOUND */
function checkTarget(
  kind: Kind,
  { owner, field, target }: { readonly owner: RecordId; readonly field: string; readonly target: RecordId },
  found: Row | undefined,
): number {
  const named = `The ${kind} ${owner} names ${target} as ${field}`;
  if (!found || found.kind === null) throw linkError(`${named}, which is not there.`);
  const to: readonly Kind[] = records[kind].links.find(({ path }) => path === field)?.to ?? [];
  if (to.includes(found.kind)) return found.rowid;
  throw linkError(`${named}, which is of the kind ${found.kind}; accepted: ${to.join(' or ')}.`);
}

function linkError(detail: string): DataError {
  return new DataError('LINK_NOT_FOUND', detail, 'Remove or change both in one change set.');
}
