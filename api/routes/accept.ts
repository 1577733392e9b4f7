import type { Response } from 'express';
import type { QueuedJob } from '#api/host/queued-job.ts';
import { jobBody } from '#api/services/job-body.ts';

/** 202: a job works on it. */
export function accept(response: Response, job: QueuedJob): void {
  response.status(202).location(`/api/v1/jobs/${job.id}`).json(jobBody(job));
}
