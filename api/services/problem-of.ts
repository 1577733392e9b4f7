import { AppError } from '#analysis/errors.ts';
import {
  problemStatuses,
  statusTitles,
  type ProblemBody,
  type ProblemCode,
  type ProblemDetail,
} from '#api/contract/problems.ts';
import { errorSentences } from '#api/services/error-sentences.ts';
import { PreconditionError } from '#api/services/precondition-error.ts';
import { InputError, StaleError } from '#data/errors.ts';
import type { Problem } from '#data/model/problem.ts';

/** Statuses of what failed on the server itself. */
const ofServer: ReadonlySet<number> = new Set([500, 507]);
/** How many single things that are wrong one answer lists. */
const listed = 200;

/**
 * An error as the body of an RFC 9457 answer. What is no error of Weft's is INTERNAL, without its words; what failed on
 * the server itself is told by its sentence alone, for its own words name paths and lines of the server.
 */
export function problemOf(error: unknown, request: string): ProblemBody {
  if (!(error instanceof AppError)) return internal(request);
  const { code } = error as AppError;
  if (!isCode(code)) return internal(request);
  const status = problemStatuses[code];
  const errors = detailsOf(error as AppError);
  return {
    type: `/api/docs#${error.code}`,
    title: statusTitles[status] ?? '',
    status,
    code,
    detail: ofServer.has(status) ? (errorSentences[code] ?? '') : error.message,
    ...(error.hint === undefined || ofServer.has(status) ? {} : { hint: error.hint }),
    ...(errors.length === 0 ? {} : { errors }),
    ...(error instanceof StaleError || error instanceof PreconditionError
      ? { theirs: withRevision(error.theirs), mine: error.mine ?? null }
      : {}),
    request,
  };
}

export function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemStatuses, code);
}

function internal(request: string): ProblemBody {
  return {
    type: '/api/docs#INTERNAL',
    title: statusTitles[500] ?? '',
    status: 500,
    code: 'INTERNAL',
    detail: 'Something went wrong that should not have.',
    hint: `The log of the server has more under the request ${request}.`,
    request,
  };
}

function detailsOf(error: AppError): ProblemDetail[] {
  if (error instanceof InputError) {
    const { problems } = error;
    const first = [...problems].sort((a, b) => rank(a) - rank(b)).slice(0, listed);
    return first.map(placeOf);
  }
  return 'details' in error && Array.isArray(error.details) ? (error.details as ProblemDetail[]) : [];
}

function placeOf({ message, ...problem }: Problem): ProblemDetail {
  const { severity, code, file, sheet, line, column, record, value } = problem;
  const place = { severity, code, file, sheet, line, column, record, value };
  const known = Object.entries(place).filter(([, part]) => part !== undefined);
  return { ...(Object.fromEntries(known) as Omit<ProblemDetail, 'message'>), message };
}

function rank({ severity }: Problem): number {
  return severity === 'error' ? 0 : 1;
}

/** A stored record as answers show it: its fields and its revision. */
function withRevision(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null) return null;
  if (!('body' in stored) || !('revision' in stored)) return stored;
  return { ...(stored.body as object), revision: stored.revision };
}
