import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueue } from '#api/host/job-queue.ts';
import type { JobRequest, QueuedJob } from '#api/host/queued-job.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

const host = fileURLToPath(new URL('hostile-host.ts', import.meta.url));
/** Processes start slowly on a busy machine; the limit of time counts from the fork. */
const limits = { jobSeconds: 3, jobMemoryMb: 200, jobsAtOnce: 1 };
const afterLimitMs = 2_000;

let served: Served;
beforeAll(async () => {
  served = await serveApp({ limits, host });
});
afterAll(() => served.close());

const request = (task: string): JobRequest => ({
  kind: 'analysis',
  network: 'none',
  key: `${task}-${Math.floor(performance.now() * 1000)}`,
  job: { task, input: null },
  result: null,
});

describe('hostile work', () => {
  it.each([
    ['loop', 'HOST_DEADLINE'],
    ['silent', 'HOST_DEADLINE'],
    ['heap', 'HOST_MEMORY'],
    ['buffers', 'HOST_MEMORY'],
    ['exit', 'HOST_DIED'],
    ['throw', 'HOST_DIED'],
    ['abort', 'HOST_DIED'],
  ])(
    '%s fails alone within 2 s of its limit, with its cause, while the API answers',
    async (task, code) => {
      const begun = performance.now();
      const job = await served.app.queue.submit(request(task));
      const next = await served.app.queue.submit(request('good'));
      let answered = 0;
      let ended = false;
      const ending = served.app.queue.ended(job.id).then(() => {
        ended = true;
      });
      while (!ended) {
        const health = await send('GET', `${served.api}/health`);
        expect(health.status).toBe(200);
        answered++;
      }
      await ending;
      expect(performance.now() - begun).toBeLessThan(limits.jobSeconds * 1000 + afterLimitMs);
      expect(answered).toBeGreaterThan(3);
      const { body } = await send('GET', `${served.api}/jobs/${job.id}`);
      expect(body).toMatchObject({ state: 'failed', problem: { code } });
      await served.app.queue.ended(next.id);
      expect(await served.app.queue.get(next.id)).toMatchObject({ state: 'done', output: 42 });
    },
    15_000,
  );
});

describe('JobQueue', () => {
  const queueOf = (waiting: number): JobQueue =>
    new JobQueue(
      new LocalJobs(),
      { memoryMb: 200, deadlineMs: 20_000, atOnce: { imports: 1, others: 1 }, waiting },
      { host },
    );
  const imported = (task: string): JobRequest => ({ ...request(task), kind: 'import' });
  const submit = async (queue: JobQueue, requests: readonly JobRequest[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const one of requests) ids.push((await queue.submit(one)).id);
    return ids;
  };
  const statesOf = (queue: JobQueue, ids: readonly string[]) => async () =>
    await Promise.all(ids.map(async (id) => (await queue.get(id))?.state));

  it('runs one at a time in their order, and is full at its limit', async () => {
    const queue = queueOf(2);
    const first = await submit(queue, [request('good')]);
    await expect.poll(statesOf(queue, first)).toEqual(['running']);
    const ids = [...first, ...(await submit(queue, [request('good'), request('good')]))];
    expect(await statesOf(queue, ids)()).toEqual(['running', 'queued', 'queued']);
    await expect(queue.submit(request('good'))).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    await Promise.all(ids.map((id) => queue.ended(id)));
    expect(await statesOf(queue, ids)()).toEqual(['done', 'done', 'done']);
  });

  it('runs imports beside the others, and counts what waits in each lane', async () => {
    const queue = queueOf(1);
    const begun = await submit(queue, [request('silent'), imported('good')]);
    await expect.poll(statesOf(queue, begun)).toEqual(['running', 'running']);
    const waiting = await submit(queue, [request('good'), imported('good')]);
    expect(await queue.counts()).toEqual({ running: 2, waiting: 2 });
    for (const full of [request('good'), imported('good')]) {
      await expect(queue.submit(full)).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    }
    const [long = '', first = ''] = begun;
    const [behind = '', second = ''] = waiting;
    await Promise.all([first, second].map((id) => queue.ended(id)));
    expect(await statesOf(queue, [long, behind])()).toEqual(['running', 'queued']);
    await queue.cancel(long);
    await queue.ended(behind);
    expect(await statesOf(queue, [behind])()).toEqual(['done']);
  });

  it('cancels what waits and what runs, and what comes after runs all the same', async () => {
    const queue = queueOf(5);
    const ids = await submit(queue, [request('loop'), request('loop'), request('good')]);
    for (const id of ids.slice(0, 2)) await queue.cancel(id);
    await Promise.all(ids.map((id) => queue.ended(id)));
    expect(await statesOf(queue, ids)()).toEqual(['cancelled', 'cancelled', 'done']);
  });

  it('is one job for two that ask for the same', async () => {
    const queue = queueOf(5);
    const same = request('good');
    const [job = '', again] = await submit(queue, [same, same]);
    expect(again).toBe(job);
    await queue.ended(job);
    expect(await submit(queue, [same])).not.toEqual([job]);
    await queue.stop();
  });

  it('tells every follower the end once, and takes nothing more once it has stopped', async () => {
    const queue = queueOf(5);
    const job = await queue.submit(request('good'));
    const ends: QueuedJob['state'][] = [];
    for (let follower = 0; follower < 3; follower++) {
      queue.follow(job, ({ state }) => {
        if (state !== 'queued' && state !== 'running') ends.push(state);
      });
    }
    await queue.ended(job.id);
    await queue.stop();
    expect(ends).toEqual(['done', 'done', 'done']);
    await expect(queue.submit(request('good'))).rejects.toMatchObject({ code: 'STOPPING' });
  });
});
