import type { RequestHandler } from 'express';
import { ApiError } from '#api/errors.ts';

/** Answers every other method than those that an address takes. Errors: METHOD_NOT_ALLOWED */
export function otherMethod(methods: readonly string[]): RequestHandler {
  const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  return (request, response) => {
    response.set('Allow', allowed);
    if (request.method === 'OPTIONS') {
      response.status(204).end();
      return;
    }
    throw new ApiError('METHOD_NOT_ALLOWED', `${request.method} is not for ${request.path}.`, allowed);
  };
}
