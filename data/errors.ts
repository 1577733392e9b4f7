import { AppError } from '#analysis/errors.ts';
import type { Problem } from '#data/model/problem.ts';

/** Every code that reading, lensing and storing can raise, with the sentence that explains it in docs/errors.md. */
export const dataErrors = {
  INPUT_NOT_VALID: 'A file cannot be taken as it stands; its problems say where and why.',
  LENS_NOT_VALID: 'The lens has a part that does not exist or a value that it does not accept.',
  GROUPS_NOT_VALID: 'The partition given does not fit the network.',
  RECORD_NOT_VALID:
    'A record has a field that its kind does not have, lacks one, or holds a value that is not accepted.',
  LINK_NOT_FOUND: 'A record names another record that is not there (or that would no longer be there).',
  STALE:
    'A record has changed since the revision that the change was based on; both versions are in the answer.',
  CHANGE_SET_NOT_VALID:
    'A change set is empty, changes one record twice, changes what does not exist, or uses the id of a removed record for one of another kind.',
  SLUG_TAKEN: 'Another network of the store has this slug.',
  STORE_FULL: 'The disk is full; nothing of the change was stored, reading goes on.',
  STORE_UNAVAILABLE: 'The store cannot be reached or is busy; nothing of the change was stored.',
  STORE_URL_NOT_VALID: 'The address of a store is not one that Weft opens, or holds a password.',
  STORE_NOT_EMPTY: 'A backup is restored into an empty store only.',
  BACKUP_NOT_VALID: 'A backup is cut short, has been changed, or was written by a newer version of Weft.',
  COPY_NOT_SAME: 'The store that is copied to holds another history than the one that is copied from.',
  STORE_NOT_READABLE: 'The store is damaged, or was written by a newer version of Weft.',
  ENGINE_NOT_AVAILABLE:
    'The engine that was asked for computes in Neo4j, with Graph Data Science, and one of them is not there.',
  CURSOR_NOT_VALID: 'The cursor is not one that a page gave.',
} as const;

export class DataError extends AppError<keyof typeof dataErrors> {}

/** A refused input with every problem found (at least one of severity error). */
export class InputError extends DataError {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(
      'INPUT_NOT_VALID',
      problems.find((problem) => problem.severity === 'error')?.message ?? 'The input is not valid.',
    );
    this.problems = problems;
  }
}

/** A record has changed since: theirs is what is stored now (null: removed), mine what was to be written. */
export class StaleError extends DataError {
  readonly theirs: unknown;
  readonly mine: unknown;

  constructor(detail: string, theirs: unknown, mine: unknown) {
    super('STALE', detail, 'Read the record again and repeat the change on its present revision.');
    this.theirs = theirs;
    this.mine = mine;
  }
}
