import { z } from 'zod';
import { defineOperation } from '#api/contract/define-operation.ts';
import { eventSchema } from '#api/contract/events.ts';
import { problemSchema, type ProblemCode } from '#api/contract/problems.ts';

const tag = 'jobs';

export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['analysis', 'map', 'report', 'import', 'export']),
    network: z.string().describe('The slug of the network that it is about.'),
    state: z.enum(jobStates),
    progress: z.strictObject({ step: z.string(), done: z.number() }).nullable(),
    result: z.string().nullable().describe('The address of the result, once it is done.'),
    outcome: z.unknown().describe('What an import did, once it is done; else null.'),
    problem: problemSchema.nullable().describe('Why it failed.'),
  })
  .meta({ id: 'Job' });
export type JobBody = z.infer<typeof jobSchema>;

export const accepted = {
  description: 'A job works on it',
  schema: jobSchema,
  headers: ['Location'],
} as const;

/** What may become of work that a request asks for, whatever it is. */
export const jobProblems = [
  'HOST_MEMORY',
  'HOST_DEADLINE',
  'HOST_DIED',
  'CANCELLED',
  'INTERRUPTED',
  'DISK_FULL',
  'QUEUE_FULL',
  'STOPPING',
] as const satisfies readonly ProblemCode[];

const params = z.strictObject({ id: z.string().min(1).max(100).describe('The id of the job.') });
const example = { params: { id: '01a20fb9-9062-7032-a710-5a4d387600c7' } };

export const jobOperations = {
  read: defineOperation({
    id: 'readJob',
    method: 'get',
    path: '/jobs/{id}',
    tag,
    summary: 'How a job stands',
    params,
    example,
    answers: { 200: { description: 'The job', schema: jobSchema } },
  }),
  cancel: defineOperation({
    id: 'cancelJob',
    method: 'delete',
    path: '/jobs/{id}',
    tag,
    summary: 'Cancel a job that waits or runs',
    description: 'An import is cancelled with the edit token alone.',
    params,
    example,
    edits: false,
    answers: { 200: { description: 'The job as it stands now', schema: jobSchema } },
    problems: ['TOKEN_NOT_ENOUGH'],
  }),
  events: defineOperation({
    id: 'followJob',
    method: 'get',
    path: '/jobs/{id}/events',
    tag,
    summary: 'Progress of a job, until it is done, failed or cancelled',
    params,
    example,
    headers: ['Last-Event-ID'],
    answers: { 200: { description: 'Events', type: 'text/event-stream', schema: eventSchema } },
    problems: ['STREAMS_FULL', 'STOPPING'],
  }),
} as const;
