import { AppError } from '#analysis/errors.ts';
import { ApiError, apiErrors } from '#api/errors.ts';
import type { JobJournal, JournalEntry } from '#api/host/job-journal.ts';
import { endLeftHost, markHost, type HostMark } from '#api/host/left-host.ts';
import type { Job, Progress } from '#api/host/job.ts';
import { runJob, type JobLimits } from '#api/host/run-job.ts';
import type { jobStates } from '#api/contract/jobs.ts';
import { newId } from '#data/store/uuid-v7.ts';

/** What is asked of the host, and what it is for. */
export interface JobRequest {
  readonly kind: 'analysis' | 'map' | 'report' | 'import' | 'export';
  /** The slug of its network. */
  readonly network: string;
  /** Two of the same key are one job while it waits or runs. */
  readonly key: string;
  readonly job: Job;
  /** The address of the result. */
  readonly result: string | null;
}

/** A job as it stands. */
export interface QueuedJob {
  readonly id: string;
  readonly request: JobRequest;
  readonly state: (typeof jobStates)[number];
  readonly progress: Progress | null;
  readonly error: Error | null;
  readonly output: unknown;
  /** Counts its changes: the id of its last event. */
  readonly version: number;
}

type Mutable = { -readonly [Key in keyof QueuedJob]: QueuedJob[Key] };
interface Entry {
  readonly job: Mutable;
  readonly stop: AbortController;
  readonly listeners: Set<(job: QueuedJob) => void>;
  host: HostMark | null;
}

/** Somebody sits before an import or a look at files: they do not wait behind an analysis of half an hour. */
type Lane = 'imports' | 'others';

export interface QueueLimits extends JobLimits {
  /** Jobs of each lane that run at the same time. */
  readonly atOnce: Readonly<Record<Lane, number>>;
  /** Jobs of one lane that wait. */
  readonly waiting: number;
}

export interface QueueOptions {
  /** The script of the process that does the work; that of the tasks where nothing is said. */
  readonly host?: string | undefined;
  /** Told of every job that failed, for the log. */
  readonly failed?: (job: QueuedJob) => void;
  /** What became of the jobs of the process before, and of these for the next. */
  readonly journal?: JobJournal;
}

/** Finished jobs that can still be asked for. */
export const rememberedJobs = 1_000;

/**
 * Runs jobs in processes of their own, in two lanes: imports, and all others. In each, some at a time, in the order in
 * which they were asked for.
 */
export class JobQueue {
  readonly #limits: QueueLimits;
  readonly #options: QueueOptions;
  readonly #entries = new Map<string, Entry>();
  #waiting: Entry[] = [];
  readonly #running: Record<Lane, number> = { imports: 0, others: 0 };
  #stopped = false;

  constructor(limits: QueueLimits, options: QueueOptions = {}) {
    this.#limits = limits;
    this.#options = options;
    for (const entry of options.journal?.earlier ?? []) this.#recall(entry);
  }

  get counts(): { running: number; waiting: number } {
    const { imports, others } = this.#running;
    return { running: imports + others, waiting: this.#waiting.length };
  }

  /** Errors: QUEUE_FULL, STOPPING */
  submit(request: JobRequest): QueuedJob {
    if (this.#stopped) throw new ApiError('STOPPING', 'The server is stopping and takes no new work.');
    for (const { job } of this.#entries.values()) {
      if (job.request.key === request.key && !hasEnded(job)) return job;
    }
    const lane = laneOf(request);
    const waiting = this.#waiting.filter(({ job }) => laneOf(job.request) === lane).length;
    if (waiting >= this.#limits.waiting) {
      throw new ApiError('QUEUE_FULL', `${waiting} jobs are waiting already.`, 'Ask again later.');
    }
    const entry: Entry = {
      job: { id: newId(), request, state: 'queued', progress: null, error: null, output: null, version: 1 },
      stop: new AbortController(),
      listeners: new Set(),
      host: null,
    };
    this.#entries.set(entry.job.id, entry);
    this.#note(entry);
    this.#waiting.push(entry);
    this.#forget();
    this.#next(lane);
    return entry.job;
  }

  get(id: string): QueuedJob | undefined {
    return this.#entries.get(id)?.job;
  }

  /** Ends a job that waits or runs; one that has ended stays as it is. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry || hasEnded(entry.job)) return;
    entry.stop.abort();
    if (entry.job.state !== 'queued') return;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#set(entry, { state: 'cancelled', error: new ApiError('CANCELLED', 'The work was cancelled.') });
  }

  /** Calls back at every change until the job has ended or the returned function is called. */
  follow(id: string, listener: (job: QueuedJob) => void): () => void {
    const listeners = this.#entries.get(id)?.listeners;
    listeners?.add(listener);
    return () => listeners?.delete(listener);
  }

  /** Resolves when the job has ended, or the time is up. */
  async wait(id: string, ms: number): Promise<void> {
    const entry = this.#entries.get(id);
    if (!entry || hasEnded(entry.job) || ms <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, ms);
      const leave = this.follow(id, (job) => {
        if (hasEnded(job)) done();
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
    const entry = this.#entries.get(id);
    if (!entry || hasEnded(entry.job)) return;
    await new Promise<void>((resolve) => {
      entry.listeners.add((job) => {
        if (hasEnded(job)) resolve();
      });
    });
  }

  /** Ends everything, which is told as interrupted, and takes nothing more. */
  stop(): void {
    this.#stopped = true;
    this.#waiting = [];
    for (const entry of this.#entries.values()) {
      if (hasEnded(entry.job)) continue;
      this.#set(entry, { state: 'failed', error: interrupted() });
      entry.stop.abort();
    }
  }

  /** A job of the process before: one that had not ended then will not any more. */
  #recall({ id, kind, network, state, result, code, version, host }: JournalEntry): void {
    if (host) endLeftHost(host);
    const ended = endStates.find((known) => known === state);
    const job: Mutable = {
      id,
      request: { kind: kind as JobRequest['kind'], network, key: '', job: { task: '', input: null }, result },
      state: ended ?? 'failed',
      progress: null,
      error: ended === undefined ? interrupted() : code === null ? null : earlierError(code),
      output: null,
      version: ended === undefined ? version + 1 : version,
    };
    const entry: Entry = { job, stop: new AbortController(), listeners: new Set(), host: null };
    this.#entries.set(id, entry);
    if (ended === undefined) this.#note(entry);
  }

  #note({ job, host }: Entry): void {
    const { id, request, state, error, version } = job;
    const { kind, network, result } = request;
    const code = error instanceof AppError ? String(error.code) : error && 'INTERNAL';
    this.#options.journal?.write({ id, kind, network, state, result, code, version, host });
  }

  #next(lane: Lane): void {
    if (this.#running[lane] >= this.#limits.atOnce[lane]) return;
    const entry = this.#waiting.find(({ job }) => laneOf(job.request) === lane);
    if (!entry) return;
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#running[lane]++;
    this.#set(entry, { state: 'running' });
    void this.#run(entry).finally(() => {
      this.#running[lane]--;
      this.#next(lane);
    });
    this.#next(lane);
  }

  async #run(entry: Entry): Promise<void> {
    try {
      const output = await runJob(entry.job.request.job, {
        limits: this.#limits,
        signal: entry.stop.signal,
        host: this.#options.host,
        onStart: (pid) => {
          entry.host = markHost(pid);
          this.#note(entry);
        },
        onProgress: (progress) => {
          if (!hasEnded(entry.job)) this.#set(entry, { progress });
        },
      });
      if (!hasEnded(entry.job)) this.#set(entry, { state: 'done', output });
    } catch (error) {
      if (hasEnded(entry.job)) return;
      const known = error instanceof Error ? error : new Error(String(error));
      this.#set(entry, { state: entry.stop.signal.aborted ? 'cancelled' : 'failed', error: known });
      if (entry.job.state === 'failed') this.#options.failed?.(entry.job);
    }
  }

  #set(entry: Entry, change: Partial<Mutable>): void {
    const { job, listeners } = entry;
    Object.assign(job, change, { version: job.version + 1 });
    if (hasEnded(job)) entry.host = null;
    if (change.state !== undefined) this.#note(entry);
    for (const listener of [...listeners]) listener(job);
    if (hasEnded(job)) listeners.clear();
  }

  /** The oldest that have ended go. */
  #forget(): void {
    for (const [id, { job }] of this.#entries) {
      if (this.#entries.size <= rememberedJobs) return;
      if (hasEnded(job)) this.#entries.delete(id);
    }
  }
}

function laneOf({ kind }: JobRequest): Lane {
  return kind === 'import' ? 'imports' : 'others';
}

const endStates = ['done', 'failed', 'cancelled'] as const;

export function hasEnded({ state }: QueuedJob): boolean {
  return endStates.some((ended) => ended === state);
}

function interrupted(): ApiError {
  return new ApiError(
    'INTERRUPTED',
    'The server stopped before the work was done.',
    'Ask for it again. Files whose import had been stored by then change nothing when they are sent again.',
  );
}

/** What was wrong was told while it was known; the journal keeps its code alone. */
function earlierError(code: string): Error {
  const sentence: string | undefined = (apiErrors as Readonly<Record<string, string>>)[code];
  return new AppError(code, sentence ?? 'It failed before the server was started again.');
}
