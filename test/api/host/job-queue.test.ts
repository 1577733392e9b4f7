import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobQueue } from '#api/host/job-queue.ts';
import type { JobRequest, QueuedJob } from '#api/host/queued-job.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import type { HostileInput } from '#test/api/host/hostile-host.ts';
import { send, serveApp, type Served } from '#test/api/serve-app.ts';

const host = fileURLToPath(new URL('hostile-host.ts', import.meta.url));
const shared = { jobMemoryMb: 200, jobsAtOnce: 1 };
/** Processes start slowly on a busy machine: who is not judged by its time has much of it. */
const deadlines = { short: 2, long: 60 } as const;
const afterLimitMs = 2_000;

let folder = '';
let served: Readonly<Record<keyof typeof deadlines, Served>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-hostile-'));
  const [short, long] = await Promise.all(
    [deadlines.short, deadlines.long].map((jobSeconds) =>
      serveApp({ limits: { ...shared, jobSeconds }, host }),
    ),
  );
  if (!short || !long) throw new Error('There are two servers.');
  served = { short, long };
});
afterAll(async () => {
  await Promise.all(Object.values(served).map((one) => one.close()));
  await rm(folder, { recursive: true, force: true });
});

const request = (task: string, input: HostileInput | null = null): JobRequest => ({
  kind: 'analysis',
  network: 'none',
  key: `${task}-${Math.floor(performance.now() * 1000)}`,
  job: { task, input },
  result: null,
});

/** Reads again and again until the end of a job; gives how long each answer took, ms. */
async function readsUntil(ending: Promise<unknown>, url: string): Promise<number[]> {
  const times: number[] = [];
  let ended = false;
  void ending.then(() => (ended = true));
  while (!ended) {
    const begun = performance.now();
    expect((await send('GET', url)).status).toBe(200);
    times.push(performance.now() - begun);
  }
  return times;
}

describe('hostile work', () => {
  const reads: number[] = [];
  const late: number[] = [];
  it.each([
    ['loop', 'HOST_DEADLINE', 'short'],
    ['silent', 'HOST_DEADLINE', 'short'],
    ['heap', 'HOST_MEMORY', 'long'],
    ['buffers', 'HOST_MEMORY', 'long'],
    ['exit', 'HOST_DIED', 'long'],
    ['throw', 'HOST_DIED', 'long'],
    ['abort', 'HOST_DIED', 'long'],
  ] as const)(
    '%s fails alone within 2 s of its limit, with its cause, while the API answers',
    async (task, code, deadline) => {
      const { api, app } = served[deadline];
      const note = join(folder, task);
      const begun = performance.now();
      const job = await app.queue.submit(request(task, { note, limitMb: shared.jobMemoryMb }));
      const next = await app.queue.submit(request('good'));
      const times = await readsUntil(app.queue.ended(job.id), `${api}/health`);
      const deadlineMs = code === 'HOST_DEADLINE' ? deadlines[deadline] * 1000 : 0;
      const after = Date.now() - Number(await readFile(note, 'utf8')) - deadlineMs;
      expect(after).toBeLessThan(afterLimitMs);
      // A deadline counts from the start of its process, and nothing is ended before it.
      expect(performance.now() - begun).toBeGreaterThan(deadlineMs);
      expect(times.length).toBeGreaterThan(3);
      const { body } = await send('GET', `${api}/jobs/${job.id}`);
      expect(body).toMatchObject({ state: 'failed', problem: { code } });
      await app.queue.ended(next.id);
      expect(await app.queue.get(next.id)).toMatchObject({ state: 'done', output: 42 });
      reads.push(...times);
      late.push(after);
    },
    90_000,
  );

  it('lets the API go on: what was measured', () => {
    expect(late).toHaveLength(7);
    const sorted = reads.toSorted((a, b) => a - b);
    console.log(
      `hostile work: 7 shapes, each failed alone at most ${Math.max(...late)} ms after its limit; meanwhile ` +
        `${reads.length} reads, p99 ${sorted[Math.floor(reads.length * 0.99)]?.toFixed(1)} ms, all answered`,
    );
  });
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
    const first = await submit(queue, [request('silent')]);
    await expect.poll(statesOf(queue, first), { timeout: 10_000 }).toEqual(['running']);
    const ids = [...first, ...(await submit(queue, [request('good'), request('good')]))];
    expect(await statesOf(queue, ids)()).toEqual(['running', 'queued', 'queued']);
    await expect(queue.submit(request('good'))).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    await queue.cancel(first[0] ?? '');
    await Promise.all(ids.map((id) => queue.ended(id)));
    expect(await statesOf(queue, ids)()).toEqual(['cancelled', 'done', 'done']);
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
