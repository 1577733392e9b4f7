import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attemptsAtMost, type JobStore, type NewJob } from '#data/store/job-port.ts';

/** A store of jobs under test; stores of one group see each other's jobs. */
export interface JobStoreUnderTest {
  readonly name: string;
  readonly open: (options: { readonly leaseMs: number; readonly group: string }) => JobStore;
  /** Whether several processes share it. */
  readonly shared: boolean;
}

const done = { state: 'done', told: { answer: [42, 'größer', null] }, code: null } as const;
const at = (fraction: number) => ({ progress: { step: 'silos', done: fraction }, host: null });
/** Long enough not to run out by itself on a busy machine. */
const long = 120_000;
const short = 150;

/** What every store of jobs promises, whichever process asks. */
export function jobStoreSuite({ name, open, shared }: JobStoreUnderTest): void {
  describe(`jobs (${name})`, () => {
    const opened: JobStore[] = [];
    let group = '';
    const store = (leaseMs: number): JobStore => {
      const made = open({ leaseMs, group });
      opened.push(made);
      return made;
    };
    beforeAll(() => {
      group = randomUUID();
    });
    afterAll(async () => {
      for (const one of opened) await one.close([]);
    });
    const asked = (words: Partial<NewJob> = {}): NewJob => ({
      id: randomUUID(),
      kind: 'analysis',
      network: 'valley',
      lane: randomUUID(),
      key: randomUUID(),
      result: '/results/1',
      asked: { task: 'analyze', input: { lens: '{"nodes":"both"}', seed: 1 } },
      again: true,
      ...words,
    });

    it('keeps a job from asking to end, and gives its holder what was asked', async () => {
      const jobs = store(long);
      const job = asked();
      const added = await jobs.add(job, 5);
      expect(added).toEqual({
        ...{ id: job.id, kind: 'analysis', network: 'valley', result: '/results/1' },
        ...{ state: 'queued', progress: null, told: null, code: null, version: 1 },
      });
      expect(await jobs.claim(randomUUID(), 'l0')).toBeNull();
      const claimed = await jobs.claim(job.lane, 'l1');
      expect(claimed).toMatchObject({ job: { id: job.id, state: 'running' }, asked: job.asked, left: null });
      expect(await jobs.claim(job.lane, 'l2')).toBeNull();
      const renewed = await jobs.renew(job.id, 'l1', at(0.5));
      expect(renewed).toMatchObject({ cancel: false, job: { progress: { step: 'silos', done: 0.5 } } });
      const ended = await jobs.end(job.id, 'l1', done);
      expect(ended).toMatchObject(done);
      expect(await jobs.find([randomUUID(), job.id])).toEqual([ended]);
      const versions = [added, claimed?.job, renewed?.job, ended].map((one) => one?.version ?? 0);
      expect(versions).toEqual(versions.toSorted((a, b) => a - b));
      expect(new Set(versions).size).toBe(4);
      expect(await jobs.claim(job.lane, 'l3')).toBeNull();
      expect(await jobs.cancel(job.id)).toEqual(ended);
    });

    it('does nothing twice when a call is repeated', async () => {
      const jobs = store(long);
      const job = asked();
      expect(await jobs.add(job, 5)).toEqual(await jobs.add(job, 5));
      const [first, again] = [await jobs.claim(job.lane, 'l1'), await jobs.claim(job.lane, 'l1')];
      expect(again?.job.id).toBe(first?.job.id);
      expect(await jobs.end(job.id, 'l1', done)).toEqual(await jobs.end(job.id, 'l1', done));
      expect(await jobs.end(job.id, 'l1', { ...done, told: 'other' })).toMatchObject(done);
    });

    it('is one job for two of one key until it has ended, and full at its limit, lane by lane', async () => {
      const jobs = store(long);
      const job = asked();
      await jobs.add(job, 1);
      expect(await jobs.add(asked({ key: job.key, lane: job.lane }), 1)).toMatchObject({ id: job.id });
      expect(await jobs.add(asked({ lane: job.lane }), 1)).toBeNull();
      expect(await jobs.add(asked(), 1)).not.toBeNull();
      await jobs.claim(job.lane, 'l1');
      await jobs.end(job.id, 'l1', done);
      const next = asked({ key: job.key, lane: job.lane });
      expect(await jobs.add(next, 1)).toMatchObject({ id: next.id, state: 'queued' });
    });

    it('gives each of many jobs to one of many that ask at the same time, in their order', async () => {
      const jobs = store(long);
      const lane = randomUUID();
      const ids: string[] = [];
      for (let count = 0; count < 12; count++) {
        const job = asked({ lane });
        ids.push(job.id);
        await jobs.add(job, 50);
      }
      const askers = shared ? [jobs, store(long), store(long)] : [jobs];
      expect((await askers.at(-1)?.claim(lane, 'first'))?.job.id).toBe(ids[0]);
      const claims = await Promise.all(
        Array.from({ length: 24 }, (_, n) => (askers[n % askers.length] ?? jobs).claim(lane, `many ${n}`)),
      );
      const given = claims.flatMap((claim) => claim?.job.id ?? []);
      expect(new Set(given).size).toBe(given.length);
      // Of those that ask at once some may find that another was first; none is left in the end.
      for (let next = await jobs.claim(lane, randomUUID()); next;) {
        given.push(next.job.id);
        next = await jobs.claim(lane, randomUUID());
      }
      expect(given.toSorted()).toEqual(ids.slice(1).toSorted());
    });

    it('gives a job whose lease has run out to another, and the first can do nothing any more', async () => {
      const jobs = store(short);
      const job = asked();
      await jobs.add(job, 5);
      await jobs.claim(job.lane, 'slow');
      await delay(short * 2);
      const host = { pid: 4_194_305, started: 'boot 1', parent: 1 };
      expect(await jobs.renew(job.id, 'slow', { progress: null, host })).not.toBeNull();
      await delay(short * 2);
      const taken = await jobs.claim(job.lane, 'quick');
      expect(taken).toMatchObject({ job: { id: job.id }, asked: job.asked, left: host });
      expect(await jobs.renew(job.id, 'slow', at(0.9))).toBeNull();
      expect(await jobs.end(job.id, 'slow', { state: 'failed', told: null, code: 'HOST_DIED' })).toBeNull();
      expect(await jobs.end(job.id, 'quick', done)).toMatchObject(done);
      expect(await jobs.end(job.id, 'slow', done)).toBeNull();
    });

    it('keeps a lease that is renewed', async () => {
      const jobs = store(1_000);
      const job = asked();
      await jobs.add(job, 5);
      await jobs.claim(job.lane, 'held');
      const until = performance.now() + 1_500;
      while (performance.now() < until) {
        expect(await jobs.renew(job.id, 'held', at(0))).not.toBeNull();
        await delay(50);
      }
      expect(await jobs.claim(job.lane, 'other')).toBeNull();
    });

    it('ends as INTERRUPTED what must not be begun again, and what was begun too often', async () => {
      const jobs = store(short);
      const once = asked({ again: false });
      await jobs.add(once, 5);
      await jobs.claim(once.lane, 'l1');
      await delay(short * 2);
      expect(await jobs.claim(once.lane, 'l2')).toBeNull();
      expect(await jobs.find([once.id])).toMatchObject([{ state: 'failed', code: 'INTERRUPTED' }]);
      const poison = asked();
      await jobs.add(poison, 5);
      for (let attempt = 1; attempt <= attemptsAtMost; attempt++) {
        expect(await jobs.claim(poison.lane, `attempt ${attempt}`)).not.toBeNull();
        await delay(short * 2);
      }
      expect(await jobs.claim(poison.lane, 'one more')).toBeNull();
      expect(await jobs.find([poison.id])).toMatchObject([{ state: 'failed', code: 'INTERRUPTED' }]);
    });

    it('cancels what waits at once, what runs by its holder, and what nobody holds any more', async () => {
      const jobs = store(short);
      const lane = randomUUID();
      const [running, waiting] = [asked({ lane }), asked({ lane })];
      await jobs.add(running, 5);
      await jobs.claim(lane, 'l1');
      await jobs.add(waiting, 5);
      expect(await jobs.cancel(waiting.id)).toMatchObject({ state: 'cancelled', code: 'CANCELLED' });
      expect(await jobs.cancel(running.id)).toMatchObject({ state: 'running' });
      expect(await jobs.renew(running.id, 'l1', at(0))).toMatchObject({ cancel: true });
      await delay(short * 2);
      expect(await jobs.claim(lane, 'l2')).toBeNull();
      expect(await jobs.find([running.id])).toMatchObject([{ state: 'cancelled', code: 'CANCELLED' }]);
      expect(await jobs.cancel(randomUUID())).toBeNull();
    });

    it('is closed: what was held goes to others where there are others, else it has failed', async () => {
      group = randomUUID();
      const [jobs, others] = [open({ leaseMs: long, group }), store(long)];
      const [held, waits] = [asked(), asked()];
      for (const job of [held, waits]) await jobs.add(job, 5);
      await jobs.claim(held.lane, 'held');
      expect(await jobs.counts()).toEqual({ running: 1, waiting: 1 });
      await jobs.close(['held']);
      if (shared) {
        await delay(5);
        expect(await others.claim(held.lane, 'next')).toMatchObject({ job: { id: held.id } });
        expect(await others.counts()).toEqual({ running: 1, waiting: 1 });
      } else {
        const interrupted = { state: 'failed', code: 'INTERRUPTED' };
        expect(await jobs.find([held.id, waits.id])).toMatchObject([interrupted, interrupted]);
      }
    });
  });
}
