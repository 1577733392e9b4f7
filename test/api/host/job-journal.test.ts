import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobJournal } from '#api/host/job-journal.ts';
import { JobQueue } from '#api/host/job-queue.ts';
import type { JobRequest, QueuedJob } from '#api/host/queued-job.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';

const host = fileURLToPath(new URL('hostile-host.ts', import.meta.url));
const limits = { memoryMb: 200, deadlineMs: 20_000, atOnce: { imports: 1, others: 1 }, waiting: 5 };
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'weft-journal-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const canary = 'Quillfeather';
const request = (task: string): JobRequest => ({
  kind: 'analysis',
  network: 'valley',
  key: `${task}-${canary}`,
  job: { task, input: { who: canary } },
  result: `/results/${task}`,
});
const queueOn = (name: string): JobQueue =>
  new JobQueue(new LocalJobs(new JobJournal(join(folder, name), 100)), limits, { host });
const toldBy = async (queue: JobQueue, jobs: readonly QueuedJob[]): Promise<(QueuedJob | undefined)[]> =>
  await Promise.all(jobs.map(({ id }) => queue.get(id)));

/** A job that is done, without its id. */
const entry = {
  kind: 'map',
  network: 'n',
  state: 'done',
  result: null,
  code: null,
  version: 3,
  host: null,
};

describe('the journal of jobs', () => {
  it('lets a later process tell what was done, what failed and what was interrupted', async () => {
    const before = queueOn('killed');
    const done = await before.submit(request('good'));
    await before.ended(done.id);
    const failed = await before.submit(request('exit'));
    await before.ended(failed.id);
    const running = await before.submit(request('silent'));
    const waiting = await before.submit(request('loop'));
    const jobs = [done, failed, running, waiting];
    const states = async () => (await toldBy(before, jobs)).map((job) => job?.state);
    await expect.poll(states).toEqual(['done', 'failed', 'running', 'queued']);
    // As kill -9 leaves it: a line is cut short, and nobody says good-bye.
    await appendFile(join(folder, 'killed/jobs.ndjson'), '{"id":"torn","ki');
    const after = queueOn('killed');
    const told = await toldBy(after, jobs);
    expect(told.map((job) => [job?.state, (job?.error as { code?: string } | null)?.code])).toEqual([
      ['done', undefined],
      ['failed', 'HOST_DIED'],
      ['failed', 'INTERRUPTED'],
      ['failed', 'INTERRUPTED'],
    ]);
    expect(told[0]?.request).toEqual({ kind: 'analysis', network: 'valley', result: '/results/good' });
    // Somebody who followed the job and lost the connection sees one more event.
    expect(told[2]?.version).toBeGreaterThan((await before.get(running.id))?.version ?? Infinity);
    await before.stop();
    expect((await queueOn('killed').get(running.id))?.state).toBe('failed');
    expect(await readFile(join(folder, 'killed/jobs.ndjson'), 'utf8')).not.toContain(canary);
  });

  it('is told by a server that stops in good order, too', async () => {
    const queue = queueOn('stopped');
    const jobs = [await queue.submit(request('silent')), await queue.submit(request('good'))];
    await queue.stop();
    const interrupted = { state: 'failed', error: { code: 'INTERRUPTED' } };
    expect(await toldBy(queue, jobs)).toMatchObject([interrupted, interrupted]);
    expect(await toldBy(queueOn('stopped'), jobs)).toMatchObject([interrupted, interrupted]);
  });

  it('stays small, and remembers the last', () => {
    const journal = new JobJournal(join(folder, 'long'), 3);
    for (let job = 0; job < 100; job++) journal.write({ id: `j${job}`, ...entry });
    const { earlier } = new JobJournal(join(folder, 'long'), 3);
    expect(earlier.map(({ id }) => id)).toEqual(['j97', 'j98', 'j99']);
  });

  it('has everything again once it can be written again, and joins nothing to what was cut short', () => {
    const place = join(folder, 'away');
    const path = join(place, 'jobs.ndjson');
    const journal = new JobJournal(place, 10);
    journal.write({ id: 'before', ...entry });
    // What a full disk leaves: a part of a line, and an append that fails.
    rmSync(path);
    mkdirSync(path);
    journal.write({ id: 'meanwhile', ...entry });
    rmdirSync(path);
    writeFileSync(path, '{"id":"mean');
    journal.write({ id: 'after', ...entry });
    journal.write({ id: 'last', ...entry });
    const { earlier } = new JobJournal(place, 10);
    expect(earlier.map(({ id }) => id)).toEqual(['before', 'meanwhile', 'after', 'last']);
  });

  it('holds up no job where it cannot be written', async () => {
    const journal = new JobJournal(join(import.meta.filename, 'none'), 3);
    const queue = new JobQueue(new LocalJobs(journal), limits, { host });
    const job = await queue.submit(request('good'));
    await queue.ended(job.id);
    expect((await queue.get(job.id))?.state).toBe('done');
  });
});
