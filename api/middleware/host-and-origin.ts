import type { Request, RequestHandler } from 'express';
import { ApiError } from '#api/errors.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);
const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses requests that a page of another origin made this machine's browser send. A server on loopback answers to
 * loopback's names alone, or a name that an attacker points at 127.0.0.1 would be its own origin.
 *
 * Errors   REQUEST_NOT_VALID, HOST_NOT_ALLOWED, ORIGIN_NOT_ALLOWED
 */
export function hostAndOrigin(loopback: boolean): RequestHandler {
  return (request, _, next) => {
    if ((request.headersDistinct['host']?.length ?? 0) > 1)
      throw new ApiError('REQUEST_NOT_VALID', 'The request has several Host headers.', 'One.');
    if (loopback && !loopbackNames.has(hostName(request))) {
      throw new ApiError(
        'HOST_NOT_ALLOWED',
        `The Host header is ${JSON.stringify(request.get('Host') ?? '')}.`,
        'localhost, 127.0.0.1 or [::1], which this server was started for.',
      );
    }
    if (!readingMethods.has(request.method)) checkOrigin(request);
    next();
  };
}

function hostName(request: Request): string {
  return (request.get('Host') ?? '').toLowerCase().replace(/:\d+$/u, '');
}

function checkOrigin(request: Request): void {
  const origin = request.get('Origin');
  const site = request.get('Sec-Fetch-Site');
  const own = origin === undefined || origin.replace(/^https?:\/\//u, '') === request.get('Host');
  if (own && (site === undefined || site === 'same-origin' || site === 'none')) return;
  throw new ApiError(
    'ORIGIN_NOT_ALLOWED',
    `The request comes from ${JSON.stringify(origin ?? `a ${site ?? ''} page`)}.`,
    'Pages of this server, and programs, which send no Origin.',
  );
}
