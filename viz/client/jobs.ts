import type { JobBody } from '#api/contract/jobs.ts';
import { answered, RequestFailed, sendJson, type Sending } from '#viz/client/request.ts';

export type { JobBody };

const askMs = 400;
const ended = new Set(['done', 'failed', 'cancelled']);

/** What one is told while work goes on. */
export type Tell = (job: JobBody) => void;

/** How work ended: the answer's JSON where it was ready at once, else the job that is done. */
export interface Ended<T> {
  readonly value: T | null;
  readonly job: JobBody | null;
}

/**
 * Sends work and follows it to its end: an answer that is ready at once, or a job that is asked after until it is done.
 *
 * Errors   RequestFailed, also with the job's own problem; the signal's reason when it was aborted
 */
export async function runJob<T>(
  path: string,
  sending: Sending & { readonly signal: AbortSignal },
  tell: Tell,
): Promise<Ended<T>> {
  const { status, value } = await sendJson<T | JobBody>(path, sending);
  if (status !== 202) return { value: value as T, job: null };
  let job = value as JobBody;
  while (!ended.has(job.state)) {
    tell(job);
    await pause(askMs, sending.signal);
    job = (await sendJson<JobBody>(`/jobs/${job.id}`, { method: 'GET', signal: sending.signal })).value;
  }
  if (job.state === 'done') return { value: null, job };
  const { problem } = job;
  throw new RequestFailed(
    problem?.detail ?? 'The work was cancelled.',
    problem?.code ?? 'CANCELLED',
    problem?.status ?? 0,
    problem,
  );
}

/** Ends a job; one that has ended stays as it is. */
export async function cancelJob(id: string): Promise<void> {
  await answered(`/jobs/${id}`, { method: 'DELETE' });
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      },
      { once: true },
    );
  });
}
