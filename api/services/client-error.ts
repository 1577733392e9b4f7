import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ApiError } from '#api/errors.ts';
import { problemOf } from '#api/services/problem-of.ts';

/** Answers what is no request that Node's own reader of HTTP lets through, as every other problem is answered. */
export function answerClientError(error: Error & { readonly code?: string }, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem = problemOf(asApiError(error), randomUUID());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${problem.request}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function asApiError({ code, message }: Error & { readonly code?: string }): ApiError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new ApiError(
      'HEADERS_TOO_LARGE',
      'The address and the headers are larger than the limit.',
      'headerBytes of /api/v1/limits; a long lens also goes into the body of POST /analyses.',
    );
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ApiError(
      'REQUEST_TOO_SLOW',
      'The request did not come whole in time.',
      'headersSeconds and requestSeconds of /api/v1/limits.',
    );
  }
  return new ApiError('REQUEST_NOT_VALID', `The request is no HTTP: ${message}.`);
}
