import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Operation } from '#api/contract/define-operation.ts';
import { readRequest, type Asked } from '#api/routes/read-request.ts';

/** An operation with what answers it. */
export interface Route {
  readonly operation: Operation;
  readonly handler: RequestHandler;
}

export interface Exchange {
  readonly request: Request;
  readonly response: Response;
}

/** Binds a handler to an operation: it gets what the contract has read. */
export function defineRoute<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  operation: Operation<Params, Query, Body>,
  handle: (asked: Asked<Params, Query, Body>, exchange: Exchange) => Promise<void> | void,
): Route {
  return {
    operation,
    handler: async (request, response) => {
      await handle(readRequest(operation, request), { request, response });
    },
  };
}
