import type { ErrorRequestHandler, RequestHandler } from 'express';
import { ApiError } from '#api/errors.ts';
import { idOf } from '#api/middleware/request-id.ts';
import { diskFull } from '#api/services/disk-full.ts';
import { problemOf } from '#api/services/problem-of.ts';
import { RequestError } from '#api/services/request-error.ts';

const retryAfterSeconds = 5;

/** Every error as application/problem+json. What is no error of ours goes to the log with the id of the request. */
export function problem(log: (line: Readonly<Record<string, unknown>>) => void): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    const error = known(thrown);
    const body = problemOf(error, idOf(response));
    if (body.status >= 500) {
      const cause = error instanceof Error ? (error.stack ?? error.message) : String(error);
      log({ level: 'error', request: body.request, method: request.method, path: request.path, cause });
    }
    if (response.headersSent) {
      next(thrown);
      return;
    }
    if (body.status === 503) response.set('Retry-After', String(retryAfterSeconds));
    for (const name of ['ETag', 'Location', 'Content-Disposition']) response.removeHeader(name);
    response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
  };
}

/** Nothing is at this address. */
export const notFound: RequestHandler = (request) => {
  throw new ApiError('NOT_FOUND', `There is nothing at ${request.path}.`, 'The addresses in /api/docs.');
};

interface FromExpress {
  readonly type?: string;
  readonly status?: number;
  readonly message: string;
}

/** What express and its readers of bodies raise, in our words. */
function known(thrown: unknown): unknown {
  if (!(thrown instanceof Error) || thrown instanceof ApiError) return thrown;
  const full = diskFull(thrown);
  if (full) return full;
  const { type, status, message } = thrown as FromExpress;
  if (type === 'entity.too.large') {
    return new ApiError(
      'BODY_TOO_LARGE',
      'The body is larger than the limit.',
      'bodyBytes of /api/v1/limits.',
    );
  }
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') {
    return new ApiError(
      'MEDIA_TYPE_NOT_ACCEPTED',
      `The body is coded otherwise: ${message}.`,
      'UTF-8, as it is or by gzip, deflate or br.',
    );
  }
  if (thrown instanceof URIError || (status !== undefined && status >= 400 && status < 500)) {
    return new RequestError([{ path: 'request', message }]);
  }
  return thrown;
}
