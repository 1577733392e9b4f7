import { DataError, StaleError } from '#data/errors.ts';
import { instant, text } from '#data/model/fields.ts';
import { validateRecord } from '#data/model/validate-record.ts';
import type { Change, ChangeSet, Stored } from '#data/store/port.ts';

/** What both engines check before anything of a change set is written. Errors: CHANGE_SET_NOT_VALID, RECORD_NOT_VALID. */
export function checkChangeSet(set: ChangeSet): void {
  checkHead(set);
  const seen = new Set<string>();
  for (const change of set.changes) {
    if (seen.has(change.id)) {
      throw new DataError('CHANGE_SET_NOT_VALID', `The change set changes ${change.id} twice.`);
    }
    seen.add(change.id);
    if (change.after) checkRecord(change);
    else if (change.ifRevision === null) {
      throw new DataError(
        'CHANGE_SET_NOT_VALID',
        `The removal of ${change.id} does not say which revision it is based on.`,
      );
    }
  }
}

/** Words that stand in the log. Half of a surrogate pair would come back as another word. */
function checkHead({ operation, author, at, reason }: ChangeSet): void {
  const words = { operation, 'author.name': author.name, ...(reason === undefined ? {} : { reason }) };
  for (const [field, word] of Object.entries(words)) {
    const checked = (field === 'operation' ? text(200) : text(2_000)).safeParse(word);
    if (checked.success) continue;
    throw new DataError(
      'CHANGE_SET_NOT_VALID',
      `${field} of the change set ${checked.error.issues[0]?.message ?? ''}: ${JSON.stringify(word)}.`,
    );
  }
  if (instant.safeParse(at).success) return;
  throw new DataError(
    'CHANGE_SET_NOT_VALID',
    `at of the change set is ${JSON.stringify(at)}; an instant with its offset is accepted (2026-01-31T12:00:00Z).`,
  );
}

function checkRecord(change: Change): void {
  const { after } = change;
  if (after?.id !== change.id) {
    throw new DataError(
      'CHANGE_SET_NOT_VALID',
      `The change of ${change.id} holds a record of the id ${after?.id}.`,
    );
  }
  const [first] = validateRecord(change.kind, after);
  if (first) {
    throw new DataError(
      'RECORD_NOT_VALID',
      `The ${change.kind} ${change.id} is not valid: ${first.path === '' ? 'it' : first.path} ${first.message}.`,
    );
  }
}

/** What was there under the id of a change; no body: it is removed. */
export type Earlier = Pick<Stored, 'kind' | 'revision'> & { readonly body: Stored['body'] | null };

/**
 * Refuses a change that is not based on the present state of its record, and an id that was given to another kind.
 * Errors: STALE, CHANGE_SET_NOT_VALID
 */
export function checkCurrent(change: Change, earlier: Earlier | undefined): void {
  const { kind, id, ifRevision, after } = change;
  const current = earlier?.body
    ? { kind: earlier.kind, id, revision: earlier.revision, body: earlier.body }
    : null;
  if (ifRevision !== (current?.revision ?? null) || (current && current.kind !== kind)) {
    const now = current ? `is at revision ${current.revision}` : 'is not there';
    const based = ifRevision === null ? 'its being new' : `revision ${ifRevision}`;
    throw new StaleError(`The ${kind} ${id} ${now}, and the change is based on ${based}.`, current, after);
  }
  if (!earlier || earlier.kind === kind) return;
  throw new DataError(
    'CHANGE_SET_NOT_VALID',
    `The id ${id} is that of a ${earlier.kind} that was removed; ids are never used again.`,
    'An id of its own for each record, as Weft gives where none is given.',
  );
}
