import { randomUUID } from 'node:crypto';
import { ApiError } from '#api/errors.ts';
import { JobFollowers } from '#api/host/job-followers.ts';
import { hasEnded, queuedJob, type JobRequest, type QueuedJob } from '#api/host/queued-job.ts';
import { endLeftHost } from '#api/host/left-host.ts';
import type { JobLimits } from '#api/host/run-job.ts';
import { RunningJob } from '#api/host/running-job.ts';
import type { JobStore } from '#data/store/job-port.ts';
import { newId } from '#data/store/uuid-v7.ts';

/** Somebody sits before an import or a look at files: they do not wait behind an analysis of half an hour. */
const lanes = ['imports', 'others'] as const;
type Lane = (typeof lanes)[number];

export interface QueueLimits extends JobLimits {
  /** Jobs of each lane that run at the same time in this process. */
  readonly atOnce: Readonly<Record<Lane, number>>;
  /** Jobs of one lane that wait. */
  readonly waiting: number;
}

export interface QueueOptions {
  /** The script of the process that does the work; that of the tasks where nothing is said. */
  readonly host?: string | undefined;
  /** Told of every job that failed here, for the log. */
  readonly failed?: (job: QueuedJob) => void;
  /** Told when the store of jobs cannot be asked for work: once, until it can again. */
  readonly away?: (error: unknown) => void;
}

/** What other processes leave is looked for so often. */
const lookMs = 1_000;

/**
 * Runs jobs in processes of their own, in two lanes: imports, and all others. In each, some at a time, in the order in
 * which they were asked for. Who asks and who runs need not be the same process: the store of jobs is between them.
 */
export class JobQueue {
  readonly #jobs: JobStore;
  readonly #limits: QueueLimits;
  readonly #options: QueueOptions;
  readonly #followers: JobFollowers;
  readonly #running: Readonly<Record<Lane, Map<string, RunningJob>>> = {
    imports: new Map(),
    others: new Map(),
  };
  readonly #turns: Record<Lane, Promise<void>> = { imports: Promise.resolve(), others: Promise.resolve() };
  readonly #waking = new Set<Lane>();
  readonly #looking: NodeJS.Timeout;
  #away = false;
  #stopped = false;

  constructor(jobs: JobStore, limits: QueueLimits, options: QueueOptions = {}) {
    this.#jobs = jobs;
    this.#limits = limits;
    this.#options = options;
    this.#followers = new JobFollowers(async (ids) => (await jobs.find(ids)).map(queuedJob));
    this.#looking = setInterval(() => {
      for (const lane of lanes) this.#wake(lane);
    }, lookMs).unref();
  }

  async counts(): Promise<{ running: number; waiting: number }> {
    return await this.#jobs.counts();
  }

  /** Errors: QUEUE_FULL, STOPPING, those of the store */
  async submit(request: JobRequest): Promise<QueuedJob> {
    if (this.#stopped) throw new ApiError('STOPPING', 'The server is stopping and takes no new work.');
    const { kind, network, key, job: asked, result } = request;
    const lane = kind === 'import' ? 'imports' : 'others';
    const added = await this.#jobs.add(
      // Files that were sent go with the process that took them.
      { ...{ kind, network, key, asked, result, lane }, id: newId(), again: kind !== 'import' },
      this.#limits.waiting,
    );
    if (!added) {
      throw new ApiError(
        'QUEUE_FULL',
        `${this.#limits.waiting} jobs are waiting already.`,
        'Ask again later.',
      );
    }
    this.#wake(lane);
    return queuedJob(added);
  }

  async get(id: string): Promise<QueuedJob | undefined> {
    const [found] = await this.#jobs.find([id]);
    return found && queuedJob(found);
  }

  /** Ends a job that waits or runs; one that has ended stays as it is. */
  async cancel(id: string): Promise<void> {
    const job = await this.#jobs.cancel(id);
    if (!job) return;
    for (const lane of lanes) this.#running[lane].get(id)?.cancel();
    this.#followers.tell(queuedJob(job));
  }

  /** Calls back at every change after the job as given, until it has ended or the returned function is called. */
  follow(job: QueuedJob, listener: (job: QueuedJob) => void): () => void {
    return this.#followers.follow(job, listener);
  }

  /** Resolves when the job has ended, or the time is up. */
  async wait(id: string, ms: number): Promise<void> {
    if (ms <= 0) return;
    const job = await this.get(id);
    if (!job || hasEnded(job)) return;
    await new Promise<void>((resolve) => {
      const timer = Number.isFinite(ms) ? setTimeout(done, ms) : undefined;
      const leave = this.follow(job, (now) => {
        if (hasEnded(now)) done();
      });
      function done(): void {
        clearTimeout(timer);
        leave();
        resolve();
      }
    });
  }

  /** Resolves when the job has ended, however long it takes. */
  async ended(id: string): Promise<void> {
    await this.wait(id, Infinity);
  }

  /** Ends what runs here, which others take over where there are others, and takes nothing more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#looking);
    await Promise.all(lanes.map((lane) => this.#turns[lane]));
    const running = lanes.flatMap((lane) => [...this.#running[lane].values()]);
    for (const job of running) job.drop();
    await this.#jobs.close(running.map(({ lease }) => lease)).catch(this.#options.away);
    await this.#followers.stop();
  }

  /** One after the other, so that no more are taken than may run. */
  #wake(lane: Lane): void {
    if (this.#waking.has(lane)) return;
    this.#waking.add(lane);
    this.#turns[lane] = this.#turns[lane].then(async () => {
      this.#waking.delete(lane);
      try {
        await this.#fill(lane);
        this.#away = false;
      } catch (error) {
        if (!this.#away) this.#options.away?.(error);
        this.#away = true;
      }
    });
  }

  async #fill(lane: Lane): Promise<void> {
    const running = this.#running[lane];
    while (!this.#stopped && running.size < this.#limits.atOnce[lane]) {
      const lease = randomUUID();
      const claimed = await this.#jobs.claim(lane, lease);
      if (!claimed) return;
      if (claimed.left) endLeftHost(claimed.left);
      const { id } = claimed.job;
      const tell = (job: QueuedJob): void => this.#followers.tell(job);
      const job = new RunningJob(this.#jobs, claimed, lease, {
        limits: this.#limits,
        host: this.#options.host,
        tell,
      });
      running.set(id, job);
      tell(queuedJob(claimed.job));
      void job.run().then((ended) => {
        running.delete(id);
        if (ended?.state === 'failed') this.#options.failed?.(ended);
        this.#wake(lane);
      });
    }
  }
}
