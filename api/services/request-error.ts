import type { ProblemDetail } from '#api/contract/problems.ts';
import { ApiError } from '#api/errors.ts';

/** A request with every part that is wrong. */
export class RequestError extends ApiError {
  readonly details: readonly ProblemDetail[];

  constructor(details: readonly ProblemDetail[]) {
    const [first] = details;
    super(
      'REQUEST_NOT_VALID',
      first ? `${first.path ?? 'The request'}: ${first.message}` : 'The request is not valid.',
    );
    this.details = details;
  }
}
