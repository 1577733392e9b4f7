import type { Request } from 'express';
import type { z } from 'zod';
import { requestHeaders, type Operation } from '#api/contract/define-operation.ts';
import type { ProblemDetail } from '#api/contract/problems.ts';
import { ApiError } from '#api/errors.ts';
import type { IfMatch } from '#api/services/records.ts';
import { RequestError } from '#api/services/request-error.ts';

/** A request as the contract has read it. */
export interface Asked<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> {
  readonly params: z.output<Params>;
  readonly query: z.output<Query>;
  readonly body: z.output<Body>;
  /** The Idempotency-Key. */
  readonly operation: string | null;
}

const longestKey = 200;

/**
 * Errors   REQUEST_NOT_VALID, with every part that is wrong; VALUE_NOT_VALID where the form of all parts is right, and
 *          what is wrong is nothing that a schema can say
 */
export function readRequest<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(
  operation: Operation<Params, Query, Body>,
  request: Request,
): Asked<Params, Query, Body> {
  const problems: ProblemDetail[] = emptyValues(request.query);
  let form = problems.length === 0;
  const read = <Schema extends z.ZodType>(part: string, schema: Schema, value: unknown): z.output<Schema> => {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      if (issue.code !== 'custom') form = false;
      problems.push({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message });
    }
    return undefined as z.output<Schema>;
  };
  const params = read('path', operation.params, request.params);
  const query = read('query', operation.query, { ...request.query });
  const body =
    operation.body === null
      ? (undefined as z.output<Body>)
      : read('body', operation.body.schema, request.body as unknown);
  if (problems.length > 0) throw new RequestError(problems, form ? 'VALUE_NOT_VALID' : 'REQUEST_NOT_VALID');
  return { params, query, body, operation: idempotencyKey(request) };
}

/** "?limit=" says nothing, and would be read as 0. */
function emptyValues(query: Request['query']): ProblemDetail[] {
  return Object.entries(query)
    .filter(([, value]) => value === '')
    .map(([name]) => ({
      path: `query.${name}`,
      message: 'is empty; accepted: a value, or no such parameter',
    }));
}

function idempotencyKey(request: Request): string | null {
  const key = request.get('Idempotency-Key');
  if (key === undefined) return null;
  if (requestHeaders['Idempotency-Key'].pattern.test(key)) return key;
  throw new RequestError([
    {
      path: 'header.Idempotency-Key',
      value: key.slice(0, longestKey),
      message: `is accepted with 1 to ${longestKey} printable ASCII characters without spaces`,
    },
  ]);
}

/**
 * The versions that If-Match names (RFC 9110): no weak tag and none that Weft did not give is that of a version.
 *
 * Errors   PRECONDITION_MISSING, REQUEST_NOT_VALID
 */
export function ifMatch(request: Request): IfMatch {
  const header = request.get('If-Match');
  if (header === undefined) {
    throw new ApiError(
      'PRECONDITION_MISSING',
      'The request has no If-Match.',
      'If-Match with the ETag of the version that the change is based on, as in "12".',
    );
  }
  if (header.trim() === '*') return 'any';
  if (requestHeaders['If-Match'].pattern.test(header)) {
    return [...header.matchAll(/(?<![^\s,])"(\d{1,15})"/gu)].map(([, revision]) => Number(revision));
  }
  throw new RequestError([
    {
      path: 'header.If-Match',
      value: header.slice(0, 200),
      message: 'is accepted as ETags of a record: "12"; or as *, for whichever version there is',
    },
  ]);
}
