import type { Kind } from '#data/model/define-record.ts';

/** A count of commits: 0 is the empty network, each change set is the next one, without gaps. */
export type Revision = number;
export type RecordId = string;
export type NetworkId = string;
/** Given by whoever commits; a repeated one is answered as the first was. */
export type OperationId = string;
/** RFC 3339 with offset. */
export type Instant = string;
/** The body of a record of some kind, valid by its schema. */
export type RecordBody = Readonly<Record<string, unknown>> & { readonly id: RecordId };

export interface Author {
  /** Who: "api", "import", a person's name. */
  readonly name: string;
}

export interface Change {
  readonly kind: Kind;
  readonly id: RecordId;
  /** The revision of the record that this was based on; null: the record is new. */
  readonly ifRevision: Revision | null;
  /** null: removed. */
  readonly after: RecordBody | null;
}

export interface ChangeSet {
  readonly operation: OperationId;
  readonly author: Author;
  readonly at: Instant;
  readonly reason?: string;
  readonly changes: readonly Change[];
}

export interface Stored {
  readonly kind: Kind;
  readonly id: RecordId;
  /** The revision that last wrote it. */
  readonly revision: Revision;
  readonly body: RecordBody;
}

/** A change as the log keeps it: both images, and the revision that the record had before. */
export interface LoggedChange {
  readonly kind: Kind;
  readonly id: RecordId;
  readonly ifRevision: Revision | null;
  readonly before: RecordBody | null;
  readonly after: RecordBody | null;
}

export interface LogEntry {
  readonly revision: Revision;
  readonly operation: OperationId;
  readonly author: Author;
  readonly at: Instant;
  readonly reason?: string;
  readonly changes: readonly LoggedChange[];
}

/** So many changes of one entry an outline names; of the others it tells how many there are. */
export const outlined = 100;

/** An entry of the log without the images of its records. */
export interface LogOutline extends Omit<LogEntry, 'changes'> {
  /** How many records it changed. */
  readonly changed: number;
  /** The first of them. */
  readonly changes: readonly {
    readonly kind: Kind;
    readonly id: RecordId;
    readonly change: 'created' | 'changed' | 'removed';
  }[];
}

export interface Query {
  readonly kind: Kind;
  /** Words of names, aliases and texts; the last may be a beginning. */
  readonly text?: string;
  /** Field → value that it must equal (a list field: must hold). */
  readonly filter?: Readonly<Record<string, string>>;
  /** From the page before; opaque. */
  readonly cursor?: string;
  readonly limit: number;
}

export interface Page {
  readonly items: readonly Stored[];
  /** null: there are no more. */
  readonly next: string | null;
}

/** A batch of one kind of a snapshot, column by column; bodies are parsed JSON values. */
export interface Columns {
  readonly kind: Kind;
  /** The revision of the network that the whole scan is of. */
  readonly head: Revision;
  readonly ids: readonly RecordId[];
  readonly revisions: Float64Array;
  /** Their places. */
  readonly created: Float64Array;
  readonly positions: Float64Array;
  readonly bodies: readonly RecordBody[];
}

/** Where a record stands among those of its kind; it keeps its place when it is removed and comes back. */
export interface Place {
  /** The revision that first made it. */
  readonly created: Revision;
  /** In the change set of that revision. */
  readonly position: number;
}

export interface NetworkInfo {
  readonly id: NetworkId;
  readonly slug: string;
  readonly name: string;
  readonly head: Revision;
}

/**
 * A store knows two things of each network: the current records and the log of change sets that led to them. History,
 * undo, difference and "as known at" are pure readings above it (data/history), the same for every engine.
 */
export interface Store {
  /** Networks whose Network record is there (not removed). */
  networks(): Promise<readonly NetworkInfo[]>;
  /** Every network that was ever committed to, removed ones too, in no particular order: backup and copy. */
  networkIds(): Promise<readonly NetworkId[]>;
  /** An unknown id is an empty network at revision 0; the commit of its Network record makes it. */
  network(id: NetworkId): NetworkStore;
  close(): Promise<void>;
}

export interface NetworkStore {
  head(): Promise<Revision>;
  /** Those that exist now, in the order asked for. */
  read(ids: readonly RecordId[]): Promise<readonly Stored[]>;
  /** Of those that were ever there, removed ones too. */
  places(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Place>>;
  find(query: Query): Promise<Page>;
  /** One revision, in batches; order within a kind: (revision that created it, position in its change set). */
  scan(kinds: readonly Kind[], signal: AbortSignal): AsyncIterable<Columns>;
  /** Entries after a revision, oldest first, without gaps: history, backup. */
  log(after: Revision, limit: number): Promise<readonly LogEntry[]>;
  /** As log, without the images: an entry costs the same, however many records it changed. */
  outline(after: Revision, limit: number): Promise<readonly LogOutline[]>;
  /** Newest first, down to but without that revision: knownAt. */
  logBack(downTo: Revision): AsyncIterable<LogEntry>;
  /** The entry of an operation; null: it was never committed. */
  committed(operation: OperationId): Promise<LogEntry | null>;
  /**
   * All or nothing. Errors: SLUG_TAKEN; STALE (StaleError: theirs, mine) when a record has changed since ifRevision;
   * RECORD_NOT_VALID; STORE_FULL; STORE_UNAVAILABLE.
   */
  commit(set: ChangeSet): Promise<Committed>;
  /**
   * Several change sets one after the other, all or none: what was logged elsewhere (restore, copy, an import with its
   * history). Gives the head. Those committed before are passed over. Errors: those of commit.
   */
  append(sets: readonly ChangeSet[]): Promise<Revision>;
  /** Removes a person's images from records and log: the only act that rewrites the log. */
  erase(person: RecordId, by: Author): Promise<void>;
}

export interface Committed {
  readonly revision: Revision;
  /** True when this operation id had been committed before: nothing was done again. */
  readonly repeated: boolean;
}
