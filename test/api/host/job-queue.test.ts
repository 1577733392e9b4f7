import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueue, type JobRequest, type QueuedJob } from '#api/host/job-queue.ts';
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
      const job = served.app.queue.submit(request(task));
      const next = served.app.queue.submit(request('good'));
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
      expect(served.app.queue.get(next.id)).toMatchObject({ state: 'done', output: 42 });
    },
    15_000,
  );
});

describe('JobQueue', () => {
  const queueOf = (waiting: number): JobQueue =>
    new JobQueue({ memoryMb: 200, deadlineMs: 20_000, atOnce: { imports: 1, others: 1 }, waiting }, { host });

  it('runs one at a time in their order, and is full at its limit', async () => {
    const queue = queueOf(2);
    const jobs = [
      queue.submit(request('good')),
      queue.submit(request('good')),
      queue.submit(request('good')),
    ];
    expect(jobs.map(({ state }) => state)).toEqual(['running', 'queued', 'queued']);
    expect(() => queue.submit(request('good'))).toThrow(expect.objectContaining({ code: 'QUEUE_FULL' }));
    await Promise.all(jobs.map(({ id }) => queue.ended(id)));
    expect(jobs.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
  });

  it('runs imports beside the others, and counts what waits in each lane', async () => {
    const queue = queueOf(1);
    const imported = (task: string): JobRequest => ({ ...request(task), kind: 'import' });
    const [long, behind] = [queue.submit(request('silent')), queue.submit(request('good'))];
    const first = queue.submit(imported('good'));
    const second = queue.submit(imported('good'));
    expect([long, behind, first, second].map(({ state }) => state)).toEqual([
      'running',
      'queued',
      'running',
      'queued',
    ]);
    expect(queue.counts).toEqual({ running: 2, waiting: 2 });
    for (const full of [request('good'), imported('good')]) {
      expect(() => queue.submit(full)).toThrow(expect.objectContaining({ code: 'QUEUE_FULL' }));
    }
    await Promise.all([first, second].map(({ id }) => queue.ended(id)));
    expect([long, behind, first, second].map(({ state }) => state)).toEqual([
      'running',
      'queued',
      'done',
      'done',
    ]);
    queue.cancel(long.id);
    await queue.ended(behind.id);
    expect(behind.state).toBe('done');
  });

  it('cancels what waits and what runs, and what comes after runs all the same', async () => {
    const queue = queueOf(5);
    const [running, waiting, last] = [request('loop'), request('loop'), request('good')].map((one) =>
      queue.submit(one),
    );
    for (const job of [running, waiting]) queue.cancel(job?.id ?? '');
    await Promise.all([running, last].map((job) => queue.ended(job?.id ?? '')));
    expect([running, waiting, last].map((job) => job?.state)).toEqual(['cancelled', 'cancelled', 'done']);
  });

  it('is one job for two that ask for the same', async () => {
    const queue = queueOf(5);
    const same = request('good');
    const job = queue.submit(same);
    expect(queue.submit(same)).toBe(job);
    await queue.ended(job.id);
    expect(queue.submit(same)).not.toBe(job);
    queue.stop();
  });

  it('tells every follower the end once, and takes nothing more once it has stopped', async () => {
    const queue = queueOf(5);
    const job = queue.submit(request('good'));
    const ends: QueuedJob['state'][] = [];
    for (let follower = 0; follower < 3; follower++) {
      queue.follow(job.id, ({ state }) => {
        if (state !== 'queued' && state !== 'running') ends.push(state);
      });
    }
    await queue.ended(job.id);
    queue.stop();
    expect(ends).toEqual(['done', 'done', 'done']);
    expect(() => queue.submit(request('good'))).toThrow(expect.objectContaining({ code: 'STOPPING' }));
  });
});
