import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobJournal } from '#api/host/job-journal.ts';
import { JobQueue, type JobRequest } from '#api/host/job-queue.ts';

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
const queueOn = (name: string, remembered = 100): JobQueue =>
  new JobQueue(limits, { host, journal: new JobJournal(join(folder, name), remembered) });

describe('the journal of jobs', () => {
  it('lets a later process tell what was done, what failed and what was interrupted', async () => {
    const before = queueOn('killed');
    const done = before.submit(request('good'));
    await before.ended(done.id);
    const failed = before.submit(request('exit'));
    await before.ended(failed.id);
    const [running, waiting] = [before.submit(request('silent')), before.submit(request('loop'))];
    expect([running.state, waiting.state]).toEqual(['running', 'queued']);
    // As kill -9 leaves it: a line is cut short, and nobody says good-bye.
    await appendFile(join(folder, 'killed/jobs.ndjson'), '{"id":"torn","ki');
    const after = queueOn('killed');
    const told = [done, failed, running, waiting].map(({ id }) => after.get(id));
    expect(told.map((job) => [job?.state, (job?.error as { code?: string } | null)?.code])).toEqual([
      ['done', undefined],
      ['failed', 'HOST_DIED'],
      ['failed', 'INTERRUPTED'],
      ['failed', 'INTERRUPTED'],
    ]);
    expect(told[0]?.request).toMatchObject({ kind: 'analysis', network: 'valley', result: '/results/good' });
    // Somebody who followed the job and lost the connection sees one more event.
    expect(told[2]?.version).toBeGreaterThan(running.version);
    before.stop();
    expect(queueOn('killed').get(running.id)?.state).toBe('failed');
    expect(await readFile(join(folder, 'killed/jobs.ndjson'), 'utf8')).not.toContain(canary);
  });

  it('is told by a server that stops in good order, too', async () => {
    const queue = queueOn('stopped');
    const [running, waiting] = [queue.submit(request('silent')), queue.submit(request('good'))];
    queue.stop();
    for (const { id } of [running, waiting]) {
      expect(queue.get(id)).toMatchObject({ state: 'failed', error: { code: 'INTERRUPTED' } });
      expect(queueOn('stopped').get(id)).toMatchObject({ state: 'failed', error: { code: 'INTERRUPTED' } });
    }
  });

  it('stays small, and remembers the last', () => {
    const journal = new JobJournal(join(folder, 'long'), 3);
    const entry = {
      kind: 'map',
      network: 'n',
      state: 'done',
      result: null,
      code: null,
      version: 3,
      host: null,
    };
    for (let job = 0; job < 100; job++) journal.write({ id: `j${job}`, ...entry });
    const { earlier } = new JobJournal(join(folder, 'long'), 3);
    expect(earlier.map(({ id }) => id)).toEqual(['j97', 'j98', 'j99']);
  });

  it('holds up no job where it cannot be written', async () => {
    const journal = new JobJournal(join(import.meta.filename, 'none'), 3);
    const queue = new JobQueue(limits, { host, journal });
    const job = queue.submit(request('good'));
    await queue.ended(job.id);
    expect(queue.get(job.id)?.state).toBe('done');
  });
});
