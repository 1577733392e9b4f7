import type { ProblemDetail } from '#api/contract/problems.ts';
import { ApiError } from '#api/errors.ts';

/** A request with every part that is wrong. */
export class RequestError extends ApiError {
  readonly details: readonly ProblemDetail[];

  constructor(
    details: readonly ProblemDetail[],
    code: 'REQUEST_NOT_VALID' | 'VALUE_NOT_VALID' = 'REQUEST_NOT_VALID',
  ) {
    const [first] = details;
    super(code, first ? `${first.path ?? 'The request'}: ${first.message}` : 'The request is not valid.');
    this.details = details;
  }
}
