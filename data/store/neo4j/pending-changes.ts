import { DataError } from '#data/errors.ts';
import type { Kind } from '#data/model/define-record.ts';
import { linksOf } from '#data/model/links-of.ts';
import { records } from '#data/model/registry.ts';
import { checkChangeSet, checkCurrent } from '#data/store/check-change-set.ts';
import type {
  Change,
  ChangeSet,
  Committed,
  LogEntry,
  NetworkId,
  RecordBody,
  RecordId,
  Revision,
  Stored,
} from '#data/store/port.ts';

/** A record that was ever there, and its place in every list; a removed one has no body. */
export interface Placed {
  readonly kind: Kind;
  readonly id: RecordId;
  readonly revision: Revision;
  readonly created: Revision;
  readonly position: number;
  readonly body: RecordBody | null;
}

/** What the graph says of everything that some change sets touch, under the network's lock. */
export interface Present {
  readonly head: Revision;
  /** Of the operation ids: the revisions of those that were committed before. */
  readonly operations: ReadonlyMap<string, Revision>;
  /** Slugs of other networks. */
  readonly slugs: ReadonlySet<string>;
  /** The records that are changed. */
  readonly records: ReadonlyMap<RecordId, Placed>;
  /** The kinds of records that are named. */
  readonly kinds: ReadonlyMap<RecordId, Kind>;
  /** Who names the records that are removed. */
  readonly namedBy: ReadonlyMap<RecordId, readonly RecordId[]>;
}

/**
 * Applies change sets one after the other in memory, so that a refused one leaves its neighbours whole and the graph is
 * written once for all of them. Pure: knows no driver.
 */
export class PendingChanges {
  readonly entries: LogEntry[] = [];
  /** Records as they will be. */
  readonly after = new Map<RecordId, Placed>();
  readonly #network: NetworkId;
  readonly #present: Present;
  readonly #operations = new Map<string, Revision>();
  /** Named → who names it, among the records that will be written. */
  readonly #naming = new Map<RecordId, Set<RecordId>>();

  constructor(network: NetworkId, present: Present) {
    this.#network = network;
    this.#present = present;
  }

  get head(): Revision {
    return this.#present.head + this.entries.length;
  }

  /** Errors: STALE, CHANGE_SET_NOT_VALID, RECORD_NOT_VALID, LINK_NOT_FOUND, SLUG_TAKEN; nothing is kept of the set then. */
  apply(set: ChangeSet): Committed {
    const { operation } = set;
    const repeated = this.#operations.get(operation) ?? this.#present.operations.get(operation);
    if (repeated !== undefined) return { revision: repeated, repeated: true };
    checkChangeSet(set);
    const revision = this.head + 1;
    const staged = new Map<RecordId, Placed>();
    const changes = set.changes.map((change, position) => {
      if (change.kind === 'network') this.#checkSlug(change);
      const there = this.#placed(change.id);
      checkCurrent(change, there);
      const { kind, id, after: body } = change;
      const created = there
        ? { created: there.created, position: there.position }
        : { created: revision, position };
      staged.set(id, { kind, id, revision, body, ...created });
      return { kind, id, ifRevision: change.ifRevision, before: there?.body ?? null, after: body };
    });
    this.#checkLinks(set.changes, staged);
    for (const placed of staged.values()) this.#keep(placed);
    this.#operations.set(operation, revision);
    const { author, at, reason } = set;
    this.entries.push({
      revision,
      operation,
      author,
      at,
      ...(reason === undefined ? {} : { reason }),
      changes,
    });
    return { revision, repeated: false };
  }

  #placed(id: RecordId): Placed | undefined {
    return this.after.get(id) ?? this.#present.records.get(id);
  }

  #keep(placed: Placed): void {
    const before = this.after.get(placed.id);
    if (before?.body)
      for (const { target } of linksOf(before.kind, before.body)) this.#naming.get(target)?.delete(placed.id);
    this.after.set(placed.id, placed);
    if (!placed.body) return;
    for (const { target } of linksOf(placed.kind, placed.body)) {
      const owners = this.#naming.get(target);
      if (owners) owners.add(placed.id);
      else this.#naming.set(target, new Set([placed.id]));
    }
  }

  /** Addresses name a network by its slug. */
  #checkSlug({ id, after }: Change): void {
    if (after && id !== this.#network) {
      throw new DataError(
        'CHANGE_SET_NOT_VALID',
        `The record of the network ${this.#network} has the id ${id}.`,
      );
    }
    const slug = after?.slug;
    if (typeof slug !== 'string' || !this.#present.slugs.has(slug)) return;
    throw new DataError('SLUG_TAKEN', `The slug ${slug} is that of another network.`);
  }

  /** After all changes: what is named is there and of an accepted kind, and nothing names what was removed. */
  #checkLinks(changes: readonly Change[], staged: ReadonlyMap<RecordId, Placed>): void {
    for (const { kind, after } of changes) if (after) this.#checkTargets(kind, after, staged);
    const removed = changes.filter(({ after }) => after === null);
    if (removed.length === 0) return;
    const named = new Map<RecordId, RecordId>();
    for (const { kind, id, body } of staged.values()) {
      if (body) for (const { target } of linksOf(kind, body)) named.set(target, id);
    }
    for (const { kind, id } of removed) {
      const owner = named.get(id) ?? this.#ownerOutside(id, staged);
      if (owner !== undefined) throw linkError(`${owner} names the ${kind} ${id}, which was to be removed.`);
    }
  }

  #ownerOutside(id: RecordId, staged: ReadonlyMap<RecordId, Placed>): RecordId | undefined {
    const pending = [...(this.#naming.get(id) ?? [])].find((owner) => !staged.has(owner));
    return (
      pending ?? this.#present.namedBy.get(id)?.find((owner) => !staged.has(owner) && !this.after.has(owner))
    );
  }

  #checkTargets(kind: Kind, after: RecordBody, staged: ReadonlyMap<RecordId, Placed>): void {
    for (const { field, target } of linksOf(kind, after)) {
      const there = staged.get(target) ?? this.after.get(target);
      const found = there ? (there.body ? there.kind : undefined) : this.#present.kinds.get(target);
      if (!found) throw linkError(`The ${kind} ${after.id} names ${target} as ${field}, which is not there.`);
      const to: readonly Kind[] = records[kind].links.find(({ path }) => path === field)?.to ?? [];
      if (!to.includes(found)) {
        throw linkError(
          `The ${kind} ${after.id} names ${target} as ${field}, which is of the kind ${found}; accepted: ${to.join(' or ')}.`,
        );
      }
    }
  }
}

export function storedOf({ kind, id, revision }: Placed, body: RecordBody): Stored {
  return { kind, id, revision, body };
}

function linkError(detail: string): DataError {
  return new DataError('LINK_NOT_FOUND', detail, 'Remove or change both in one change set.');
}
