import { AppError } from '#analysis/errors.ts';
import { ApiError, apiErrors } from '#api/errors.ts';
import type { jobStates } from '#api/contract/jobs.ts';
import type { Job, Progress, SentError } from '#api/host/job.ts';
import { receiveError } from '#api/host/send-error.ts';
import { interrupted, type StoredJob } from '#data/store/job-port.ts';

/** What is asked of the host, and what it is for. */
export interface JobRequest {
  readonly kind: 'analysis' | 'map' | 'report' | 'import' | 'export';
  /** The slug of its network. */
  readonly network: string;
  /** Two of the same key are one job while it waits or runs. */
  readonly key: string;
  readonly job: Job;
  /** The address of the result. */
  readonly result: string | null;
}

/** A job as it stood when it was looked at. */
export interface QueuedJob {
  readonly id: string;
  readonly request: Pick<JobRequest, 'kind' | 'network' | 'result'>;
  readonly state: (typeof jobStates)[number];
  readonly progress: Progress | null;
  readonly error: Error | null;
  readonly output: unknown;
  /** Counts its changes: the id of its last event. */
  readonly version: number;
}

export function queuedJob({ id, kind, network, result, state, progress, told, code, version }: StoredJob) {
  return {
    ...{ id, state, progress, version },
    request: { kind: kind as JobRequest['kind'], network, result },
    error: code === null ? null : told === null ? knownByCode(code) : receiveError(told as SentError),
    output: code === null ? told : null,
  } satisfies QueuedJob;
}

export function hasEnded({ state }: Pick<QueuedJob, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}

/** What was wrong was told while it was known; what is kept is its code alone. */
function knownByCode(code: string): Error {
  if (code === interrupted) {
    return new ApiError(
      'INTERRUPTED',
      'The server stopped before the work was done.',
      'Ask for it again. Files whose import had been stored by then change nothing when they are sent again.',
    );
  }
  const sentence: string | undefined = (apiErrors as Readonly<Record<string, string>>)[code];
  return new AppError(code, sentence ?? 'It failed before the server was started again.');
}
