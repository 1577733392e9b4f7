import { jobOperations } from '#api/contract/jobs.ts';
import { ApiError } from '#api/errors.ts';
import { hasEnded, type JobQueue, type QueuedJob } from '#api/host/job-queue.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import { lastSeen } from '#api/routes/history.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { jobBody } from '#api/services/job-body.ts';

export function jobRoutes({ results: { queue }, streams }: RouteDeps): Route[] {
  return [
    defineRoute(jobOperations.read, ({ params }, { response }) => {
      response.json(jobBody(find(queue, params.id)));
    }),
    defineRoute(jobOperations.cancel, ({ params }, { response }) => {
      find(queue, params.id);
      queue.cancel(params.id);
      response.json(jobBody(find(queue, params.id)));
    }),
    defineRoute(jobOperations.events, ({ params }, { request, response }) => {
      const job = find(queue, params.id);
      const seen = lastSeen(request.get('Last-Event-ID'));
      if (hasEnded(job) && seen === job.version) {
        // Tells an EventSource that there is nothing more to reconnect for.
        response.status(204).end();
        return;
      }
      const stream = streams.open(response);
      const tell = (now: QueuedJob): void => {
        stream.send({ id: now.version, event: eventOf(now), data: jobBody(now) });
        if (hasEnded(now)) stream.end();
      };
      if (seen !== job.version) tell(job);
      response.once('close', queue.follow(job.id, tell));
    }),
  ];
}

function eventOf({ state }: QueuedJob): string {
  return state === 'queued' || state === 'running' ? 'progress' : state;
}

function find(queue: JobQueue, id: string): QueuedJob {
  const job = queue.get(id);
  if (job) return job;
  throw new ApiError(
    'NOT_FOUND',
    `There is no job ${JSON.stringify(id)}.`,
    'The last 1,000 jobs are remembered; results are kept longer.',
  );
}
