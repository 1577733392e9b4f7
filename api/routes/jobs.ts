import { jobOperations } from '#api/contract/jobs.ts';
import { ApiError } from '#api/errors.ts';
import type { JobQueue } from '#api/host/job-queue.ts';
import { checkEdits } from '#api/middleware/access-token.ts';
import { hasEnded, type QueuedJob } from '#api/host/queued-job.ts';
import { defineRoute, type Route } from '#api/routes/define-route.ts';
import { lastSeen } from '#api/routes/history.ts';
import type { RouteDeps } from '#api/routes/route-deps.ts';
import { jobBody } from '#api/services/job-body.ts';

export function jobRoutes({ results: { queue }, streams }: RouteDeps): Route[] {
  return [
    defineRoute(jobOperations.read, async ({ params }, { response }) => {
      response.json(jobBody(await find(queue, params.id)));
    }),
    defineRoute(jobOperations.cancel, async ({ params }, { response }) => {
      const { request } = await find(queue, params.id);
      if (request.kind === 'import') checkEdits(response);
      await queue.cancel(params.id);
      response.json(jobBody(await find(queue, params.id)));
    }),
    defineRoute(jobOperations.events, async ({ params }, { request, response }) => {
      const job = await find(queue, params.id);
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
      response.once('close', queue.follow(job, tell));
    }),
  ];
}

function eventOf({ state }: QueuedJob): string {
  return state === 'queued' || state === 'running' ? 'progress' : state;
}

async function find(queue: JobQueue, id: string): Promise<QueuedJob> {
  const job = await queue.get(id);
  if (job) return job;
  throw new ApiError(
    'NOT_FOUND',
    `There is no job ${JSON.stringify(id)}.`,
    'The last 1,000 jobs are remembered; results are kept longer.',
  );
}
