import type { JobBody } from '#api/contract/jobs.ts';
import type { QueuedJob } from '#api/host/queued-job.ts';
import { problemOf } from '#api/services/problem-of.ts';

/** A job as answers show it. */
export function jobBody({ id, request, state, progress, error, output }: QueuedJob): JobBody {
  return {
    id,
    kind: request.kind,
    network: request.network,
    state,
    progress,
    result: state === 'done' ? request.result : null,
    outcome: state === 'done' && request.kind === 'import' ? output : null,
    problem: error === null ? null : problemOf(error, id),
  };
}
