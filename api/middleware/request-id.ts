import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

const name = 'X-Request-Id';

/** An id of our own for each request, in its answer and in the log. */
export const requestId: RequestHandler = (_, response, next) => {
  response.set(name, randomUUID());
  next();
};

export function idOf(response: Response): string {
  return response.get(name) ?? '';
}
