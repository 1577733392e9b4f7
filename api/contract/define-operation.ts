import { z } from 'zod';
import { exampleNetwork } from '#api/contract/examples.ts';
import type { ProblemCode } from '#api/contract/problems.ts';

export type Method = 'get' | 'post' | 'patch' | 'delete';

/** What one status is answered with. */
export interface Answer {
  readonly description: string;
  /** Absent: no body. */
  readonly schema?: z.ZodType;
  /** application/json where nothing is said. */
  readonly type?: string | readonly string[];
  readonly headers?: readonly (keyof typeof answerHeaders)[];
}

/** Of a reading whose answer has an ETag: to be sent with the ETag of the answer that the client has, as If-None-Match. */
export const unchanged: Answer = { description: 'Unchanged: the answer is the one that If-None-Match names' };

export const answerHeaders = {
  ETag: 'The version of the record or result, for If-Match and If-None-Match.',
  Location: 'The address of what was made.',
  'Weft-Losses': 'What the format cannot hold: JSON, percent-encoded.',
} as const;

/** What a header of a request may hold, and whether the operation that takes it needs it. */
export const requestHeaders = {
  'If-Match': {
    about: 'The ETag of the version that the change is based on; several, or * for whichever there is.',
    pattern: /^(\*|(W\/)?"[\x21\x23-\x7e]*"(\s*,\s*(W\/)?"[\x21\x23-\x7e]*")*)$/u,
    required: true,
  },
  'Idempotency-Key': {
    about:
      'A word of the client for this change: sent again, it is answered as the first time and not done again.',
    pattern: /^[\x21-\x7e]{1,200}$/u,
    required: false,
  },
  'Last-Event-ID': {
    about:
      'The id of the last event that was seen; the stream goes on after it. Empty is as if it were not sent.',
    pattern: /^\d{0,15}$/u,
    required: false,
  },
} as const;

/** What a request of the operation looks like, about the network that ships with Weft. */
export interface Example {
  /** Below an unknown id, which an earlier answer gives, stands what it looks like. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | object>>;
  readonly body?: unknown;
  /** Files of a form by their names. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface RequestBody<Schema extends z.ZodType = z.ZodType> {
  readonly types: readonly string[];
  readonly schema: Schema;
}

/** One method at one address: what routes parse by, OpenAPI lists and tests enumerate. */
export interface Operation<
  Params extends z.ZodObject = z.ZodObject,
  Query extends z.ZodObject = z.ZodObject,
  Body extends z.ZodType = z.ZodType,
> {
  readonly id: string;
  readonly method: Method;
  /** Below /api/v1: "/networks/{network}". */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly params: Params;
  readonly query: Query;
  readonly body: RequestBody<Body> | null;
  readonly headers: readonly (keyof typeof requestHeaders)[];
  readonly example: Example;
  /** Whether records may change: the edit token is needed. */
  readonly edits: boolean;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Beyond those that every address may answer. */
  readonly problems: readonly ProblemCode[];
}

const none = z.strictObject({});
type None = typeof none;

type Given<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType> = Pick<
  Operation,
  'id' | 'method' | 'path' | 'tag' | 'summary' | 'answers'
> &
  Partial<Pick<Operation, 'description' | 'headers' | 'edits' | 'problems' | 'example'>> & {
    readonly params?: Params;
    readonly query?: Query;
    readonly body?: RequestBody<Body>;
  };

/** Declares an operation; without params, query or body it takes none. */
export function defineOperation<
  Params extends z.ZodObject = None,
  Query extends z.ZodObject = None,
  Body extends z.ZodType = z.ZodUndefined,
>(given: Given<Params, Query, Body>): Operation<Params, Query, Body> {
  return {
    headers: [],
    edits: given.method !== 'get',
    problems: [],
    ...given,
    example: withNetwork(given.example ?? {}, given.path),
    params: given.params ?? (none as z.ZodObject as Params),
    query: given.query ?? (none as z.ZodObject as Query),
    body: given.body ?? null,
  };
}

function withNetwork(example: Example, path: string): Example {
  return path.includes('{network}')
    ? { ...example, params: { network: exampleNetwork, ...example.params } }
    : example;
}

export const json = <Schema extends z.ZodType>(schema: Schema): RequestBody<Schema> => ({
  types: ['application/json'],
  schema,
});
