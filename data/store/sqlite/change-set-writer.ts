import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { DataError } from '#data/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { linksOf } from '#data/model/links-of.ts';
import { records } from '#data/model/registry.ts';
import { searchText } from '#data/model/search-text.ts';
import { checkChangeSet, checkCurrent } from '#data/store/check-change-set.ts';
import type {
  Change,
  ChangeSet,
  Committed,
  NetworkId,
  RecordBody,
  Revision,
  Stored,
} from '#data/store/port.ts';

interface RecordRow {
  readonly rowid: number;
  readonly kind: Stored['kind'];
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
    for (const [pos, change] of set.changes.entries()) {
      if (change.kind === 'network') this.#checkSlug(network, change);
      this.#change(network, revision, pos, change);
    }
    this.#checkLinks(network, set);
    return { revision, repeated: false };
  }

  #change(network: NetworkId, revision: Revision, pos: number, change: Change): void {
    const row = this.#get(
      'SELECT rowid, kind, revision, body FROM record WHERE network = ? AND id = ?',
      network,
      change.id,
    ) as RecordRow | undefined;
    const body = row?.body ?? null;
    checkCurrent(
      change,
      row && body !== null
        ? { kind: row.kind, id: change.id, revision: row.revision, body: JSON.parse(body) as RecordBody }
        : undefined,
    );
    const after = change.after ? JSON.stringify(change.after) : null;
    this.#run(
      'INSERT INTO image VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      network,
      revision,
      pos,
      change.kind,
      change.id,
      change.ifRevision,
      body,
      after,
    );
    this.#put(network, revision, pos, change, row, after);
  }

  #put(
    network: NetworkId,
    revision: Revision,
    pos: number,
    change: Change,
    row: RecordRow | undefined,
    after: string | null,
  ): void {
    let rowid = row?.rowid;
    if (rowid === undefined) {
      const insert =
        'INSERT INTO record (network, id, kind, revision, created, pos, body) VALUES (?, ?, ?, ?, ?, ?, ?)';
      rowid = Number(
        this.#run(insert, network, change.id, change.kind, revision, revision, pos, after).lastInsertRowid,
      );
    } else {
      this.#run(
        'UPDATE record SET kind = ?, revision = ?, body = ? WHERE rowid = ?',
        change.kind,
        revision,
        after,
        rowid,
      );
      this.#run('DELETE FROM link WHERE network = ? AND owner = ?', network, change.id);
      this.#run('DELETE FROM record_text WHERE rowid = ?', rowid);
    }
    if (!change.after) return;
    for (const [at, link] of linksOf(change.kind, change.after).entries()) {
      this.#run('INSERT INTO link VALUES (?, ?, ?, ?, ?)', network, change.id, link.field, at, link.target);
    }
    const { name, rest } = searchText(change.kind, change.after);
    this.#run('INSERT INTO record_text (rowid, name, rest) VALUES (?, ?, ?)', rowid, name, rest);
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
  #checkLinks(network: NetworkId, set: ChangeSet): void {
    for (const change of set.changes) {
      if (change.after) this.#checkTargets(network, change.kind, change.after);
      else this.#checkNotNamed(network, change);
    }
  }

  #checkNotNamed(network: NetworkId, { kind, id }: Change): void {
    const owner = this.#get('SELECT owner FROM link WHERE network = ? AND target = ? LIMIT 1', network, id);
    if (owner) throw linkError(`${String(owner.owner)} names the ${kind} ${id}, which was to be removed.`);
  }

  #checkTargets(network: NetworkId, kind: Kind, after: RecordBody): void {
    for (const { field, target } of linksOf(kind, after)) {
      const found = this.#get(
        'SELECT kind FROM record WHERE network = ? AND id = ? AND body IS NOT NULL',
        network,
        target,
      );
      if (!found) throw linkError(`The ${kind} ${after.id} names ${target} as ${field}, which is not there.`);
      const to: readonly unknown[] = records[kind].links.find(({ path }) => path === field)?.to ?? [];
      if (!to.includes(found.kind)) {
        throw linkError(
          `The ${kind} ${after.id} names ${target} as ${field}, which is of the kind ${String(found.kind)}; accepted: ${to.join(' or ')}.`,
        );
      }
    }
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

function linkError(detail: string): DataError {
  return new DataError('LINK_NOT_FOUND', detail, 'Remove or change both in one change set.');
}
