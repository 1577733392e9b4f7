import { setTimeout as delay } from 'node:timers/promises';
import type { Job, Progress } from '#api/host/job.ts';
import { markHost } from '#api/host/left-host.ts';
import { queuedJob, type QueuedJob } from '#api/host/queued-job.ts';
import { runJob, type JobLimits } from '#api/host/run-job.ts';
import { sendError } from '#api/host/send-error.ts';
import type { ClaimedJob, HostMark, JobEnding, JobStore } from '#data/store/job-port.ts';

export interface RunningOptions {
  readonly limits: JobLimits;
  readonly host: string | undefined;
  /** Told of every change that is stored. */
  readonly tell: (job: QueuedJob) => void;
}

/** A store that is away is told the end again after so long. */
const againMs = 1_000;
/** A lease is renewed so often before it runs out. */
const renewals = 4;

/** A job that this process works on: its process, and the lease by which it is held. */
export class RunningJob {
  readonly lease: string;
  readonly #jobs: JobStore;
  readonly #claimed: ClaimedJob;
  readonly #options: RunningOptions;
  readonly #stop = new AbortController();
  #progress: Progress | null = null;
  #host: HostMark | null = null;
  #changed = false;
  #renewed = performance.now();
  #renewing = false;
  /** Nothing more is said about it: somebody else has it, or shall. */
  #dropped = false;

  constructor(jobs: JobStore, claimed: ClaimedJob, lease: string, options: RunningOptions) {
    this.#jobs = jobs;
    this.#claimed = claimed;
    this.lease = lease;
    this.#options = options;
  }

  cancel(): void {
    this.#stop.abort();
  }

  /** Ends its process and leaves the job to others. */
  drop(): void {
    this.#dropped = true;
    this.#stop.abort();
  }

  /** Resolves when the end is stored (null: it was not this process that ended it). */
  async run(): Promise<QueuedJob | null> {
    const holding = setInterval(() => void this.#hold(), this.#jobs.paceMs);
    try {
      const ending = await this.#work();
      return await this.#end(ending);
    } finally {
      clearInterval(holding);
    }
  }

  async #work(): Promise<JobEnding> {
    try {
      const told = await runJob<unknown>(this.#claimed.asked as Job, {
        limits: this.#options.limits,
        signal: this.#stop.signal,
        host: this.#options.host,
        onStart: (pid) => {
          this.#host = markHost(pid);
          this.#changed = true;
          void this.#hold();
        },
        onProgress: (progress) => {
          this.#progress = progress;
          this.#changed = true;
        },
      });
      return { state: 'done', told, code: null };
    } catch (error) {
      const told = sendError(error);
      return { state: this.#stop.signal.aborted ? 'cancelled' : 'failed', told, code: told.code };
    }
  }

  async #hold(): Promise<void> {
    const due = this.#changed || performance.now() - this.#renewed > this.#jobs.leaseMs / renewals;
    if (!due || this.#renewing || this.#dropped) return;
    this.#renewing = true;
    this.#changed = false;
    try {
      const now = { progress: this.#progress, host: this.#host };
      const renewed = await this.#jobs.renew(this.#claimed.job.id, this.lease, now);
      this.#renewed = performance.now();
      if (renewed === null) this.drop();
      else {
        this.#options.tell(queuedJob(renewed.job));
        if (renewed.cancel) this.cancel();
      }
    } catch {
      // A store that is away: what has been computed is not thrown away, and the lease is asked for again.
    } finally {
      this.#renewing = false;
    }
  }

  async #end(ending: JobEnding): Promise<QueuedJob | null> {
    while (!this.#dropped) {
      try {
        const ended = await this.#jobs.end(this.#claimed.job.id, this.lease, ending);
        if (ended === null) return null;
        const job = queuedJob(ended);
        this.#options.tell(job);
        return job;
      } catch {
        await delay(againMs);
      }
    }
    return null;
  }
}
