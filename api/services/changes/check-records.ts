import type { ProblemDetail } from '#api/contract/problems.ts';
import { inTurns } from '#api/services/changes/in-turns.ts';
import { DataError } from '#data/errors.ts';
import { validateRecord, type FieldProblem } from '#data/model/validate-record.ts';
import type { Change } from '#data/store/port.ts';

/** Records with every field that is wrong, so that a form can say it beside each. */
export class RecordsNotValidError extends DataError {
  readonly details: readonly ProblemDetail[];

  constructor(detail: string, details: readonly ProblemDetail[]) {
    super('RECORD_NOT_VALID', detail);
    this.details = details;
  }
}

/** Checks every record of a change set before it goes to the store. Errors: RECORD_NOT_VALID */
export async function checkRecords(changes: readonly Change[]): Promise<void> {
  const found: (FieldProblem & { readonly kind: Change['kind']; readonly record: string })[] = [];
  await inTurns(changes, ({ kind, id, after }) => {
    if (after === null) return;
    found.push(...validateRecord(kind, after).map((wrong) => ({ kind, record: id, ...wrong })));
  });
  const [first] = found;
  if (!first) return;
  throw new RecordsNotValidError(
    `The ${first.kind} ${first.record} is not valid: ${first.path === '' ? 'it' : first.path} ${first.message}.`,
    found.map(({ record, path, message }) => ({ record, path, message })),
  );
}
