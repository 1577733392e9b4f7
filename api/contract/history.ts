import { z } from 'zod';
import { eventSchema } from '#api/contract/events.ts';
import { defineOperation, json } from '#api/contract/define-operation.ts';
import {
  knownAtQuery,
  networkParams,
  numberOf,
  revisionNumber,
  revisionParams,
  revisionRange,
} from '#api/contract/parameters.ts';
import { kinds } from '#data/model/define-record.ts';
import { id, text } from '#data/model/fields.ts';

const tag = 'history';
const revision = z.number().int().min(0);
const body = z.record(z.string(), z.unknown());

const entrySchema = z
  .strictObject({
    revision,
    operation: z.string(),
    author: z.strictObject({ name: z.string() }),
    at: z.string(),
    reason: z.string().optional(),
    changes: z.array(
      z.strictObject({
        kind: z.enum(kinds),
        id: z.string(),
        ifRevision: revision.nullable(),
        before: body.nullable(),
        after: body.nullable(),
      }),
    ),
  })
  .meta({ id: 'LogEntry' });

const committedSchema = z.strictObject({
  revision,
  repeated: z.boolean().describe('Whether this Idempotency-Key had been committed before.'),
});

export const changeSetSchema = z
  .strictObject({
    author: text(200).optional(),
    reason: text(2_000).optional(),
    changes: z
      .array(
        z.strictObject({
          kind: z.enum(kinds),
          id,
          ifRevision: revision.nullable().describe('The revision that this is based on; null: new.'),
          after: body.nullable().describe('The whole record; null removes it.'),
        }),
      )
      .min(1)
      .max(10_000),
  })
  .meta({ id: 'ChangeSet' });

export const historyOperations = {
  commit: defineOperation({
    id: 'commitChanges',
    method: 'post',
    path: '/networks/{network}/changes',
    tag,
    summary: 'Several changes at once, all or none',
    params: networkParams,
    body: json(changeSetSchema),
    example: {
      body: {
        reason: 'Met at the open table',
        changes: [
          {
            kind: 'organization',
            id: 'org-quilters',
            ifRevision: null,
            after: { id: 'org-quilters', name: 'Quilters' },
          },
          {
            kind: 'relationship',
            id: 'relationship-quilters--valley-homes',
            ifRevision: null,
            after: {
              id: 'relationship-quilters--valley-homes',
              from: 'org-quilters',
              to: 'org-valley-homes',
              kind: 'exchanges information',
              direction: 'mutual',
            },
          },
        ],
      },
    },
    headers: ['Idempotency-Key'],
    answers: { 200: { description: 'Committed', schema: committedSchema } },
    problems: [
      'CHANGE_SET_NOT_VALID',
      'RECORD_NOT_VALID',
      'LINK_NOT_FOUND',
      'STALE',
      'SLUG_TAKEN',
      'OPERATION_REPEATED',
      'STORE_FULL',
    ],
  }),
  list: defineOperation({
    id: 'readHistory',
    method: 'get',
    path: '/networks/{network}/history',
    tag,
    summary: 'What was changed, by whom and when, the last change first',
    description: 'Also of a network that has been removed: taking its removal back brings it back.',
    params: networkParams,
    example: { query: { limit: 5 } },
    query: z.strictObject({
      before: numberOf(revisionNumber.min(1)).optional().describe('Entries before that revision.'),
      limit: numberOf(z.number().int().min(1).max(200)).default(50),
      ...knownAtQuery,
    }),
    answers: {
      200: {
        description: 'Entries of the log',
        schema: z.strictObject({
          items: z.array(entrySchema),
          next: z.number().int().nullable().describe('"before" of the next page.'),
        }),
      },
    },
  }),
  undo: defineOperation({
    id: 'undoChange',
    method: 'post',
    path: '/networks/{network}/history/{revision}/undo',
    tag,
    summary: 'Take one change set back, by a change set like any other',
    params: revisionParams,
    example: { params: { revision: 2 } },
    headers: ['Idempotency-Key'],
    answers: { 200: { description: 'Taken back', schema: committedSchema } },
    problems: [
      'STALE',
      'LINK_NOT_FOUND',
      'CHANGE_SET_NOT_VALID',
      'SLUG_TAKEN',
      'OPERATION_REPEATED',
      'STORE_FULL',
    ],
  }),
  difference: defineOperation({
    id: 'readDifference',
    method: 'get',
    path: '/networks/{network}/diff',
    tag,
    summary: 'What differs between two revisions',
    params: networkParams,
    query: z.strictObject({ ...revisionRange, ...knownAtQuery }),
    example: { query: { from: 1 } },
    answers: {
      200: {
        description: 'Records that differ, in the order of their first change',
        schema: z.strictObject({
          from: revision,
          to: revision,
          items: z.array(
            z.strictObject({
              kind: z.enum(kinds),
              id: z.string(),
              before: body.nullable(),
              after: body.nullable(),
            }),
          ),
        }),
      },
    },
  }),
  events: defineOperation({
    id: 'followChanges',
    method: 'get',
    path: '/networks/{network}/events',
    tag,
    summary: 'The change feed',
    description:
      'One event a change set: id is its revision; data says who, when and why, how many records it changed, and names the first 100. It begins after the present revision, or after Last-Event-ID.',
    params: networkParams,
    headers: ['Last-Event-ID'],
    answers: { 200: { description: 'Events', type: 'text/event-stream', schema: eventSchema } },
    problems: ['STREAMS_FULL', 'STOPPING'],
  }),
} as const;
