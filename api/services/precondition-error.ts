import { ApiError } from '#api/errors.ts';
import { StaleError } from '#data/errors.ts';

/** If-Match named an older version: theirs is what is stored now, mine what was to be stored. */
export class PreconditionError extends ApiError {
  readonly theirs: unknown;
  readonly mine: unknown;

  constructor(stale: StaleError) {
    super('PRECONDITION_FAILED', stale.message, stale.hint);
    this.theirs = stale.theirs;
    this.mine = stale.mine;
  }
}

/** Runs a change of one record that names its version. Errors: PRECONDITION_FAILED in place of STALE */
export async function withPrecondition<Value>(change: () => Promise<Value>): Promise<Value> {
  try {
    return await change();
  } catch (error) {
    throw error instanceof StaleError ? new PreconditionError(error) : error;
  }
}
