import type { JobJournal, JournalEntry } from '#api/host/job-journal.ts';
import { endLeftHost } from '#api/host/left-host.ts';
import { hasEnded } from '#api/host/queued-job.ts';
import {
  attemptsAtMost,
  interrupted,
  rememberedJobs,
  type ClaimedJob,
  type HostMark,
  type JobEnding,
  type JobProgress,
  type JobStore,
  type NewJob,
  type StoredJob,
} from '#data/store/job-port.ts';

type Mutable = { -readonly [Key in keyof StoredJob]: StoredJob[Key] };

interface Entry {
  readonly job: Mutable;
  /** null: of the process before. */
  readonly asked: Pick<NewJob, 'lane' | 'key' | 'asked' | 'again'> | null;
  lease: string | null;
  /** When the lease has run out, by the clock of the process. */
  until: number;
  attempts: number;
  cancel: boolean;
  host: HostMark | null;
}

const endStates = ['done', 'failed', 'cancelled'] as const;

/** The jobs of one process, in its memory; what became of them is in a journal, for the next process. */
export class LocalJobs implements JobStore {
  readonly paceMs = 100;
  readonly leaseMs: number;
  readonly #journal: JobJournal | null;
  readonly #entries = new Map<string, Entry>();

  /** Nobody else could take a job: a lease that runs out is for tests. */
  constructor(journal: JobJournal | null = null, { leaseMs = Infinity } = {}) {
    this.leaseMs = leaseMs;
    this.#journal = journal;
    for (const entry of journal?.earlier ?? []) this.#recall(entry);
  }

  add(asked: NewJob, waitingAtMost: number): Promise<StoredJob | null> {
    const { id, kind, network, result } = asked;
    const live = [...this.#entries.values()].filter(({ job }) => !hasEnded(job));
    const same = live.find((entry) => entry.job.id === id || entry.asked?.key === asked.key);
    if (same) return Promise.resolve({ ...same.job });
    const waiting = live.filter((entry) => entry.job.state === 'queued' && entry.asked?.lane === asked.lane);
    if (waiting.length >= waitingAtMost) return Promise.resolve(null);
    const job: Mutable = {
      ...{ id, kind, network, result },
      state: 'queued',
      progress: null,
      told: null,
      code: null,
      version: 1,
    };
    const entry = { job, asked, lease: null, until: 0, attempts: 0, cancel: false, host: null };
    this.#entries.set(id, entry);
    this.#note(entry);
    this.#forget();
    return Promise.resolve({ ...job });
  }

  find(ids: readonly string[]): Promise<readonly StoredJob[]> {
    return Promise.resolve(
      ids.flatMap((id) => {
        const entry = this.#entries.get(id);
        return entry ? [{ ...entry.job }] : [];
      }),
    );
  }

  claim(lane: string, lease: string): Promise<ClaimedJob | null> {
    for (const entry of this.#entries.values()) {
      const { job, asked } = entry;
      if (asked?.lane !== lane || hasEnded(job)) continue;
      if (entry.lease === lease) return Promise.resolve(claimed(entry, null));
      if (job.state === 'running') {
        if (entry.until > performance.now()) continue;
        if (entry.cancel || !asked.again || entry.attempts >= attemptsAtMost) {
          this.#end(entry, abandoned(entry.cancel));
          continue;
        }
      }
      const left = entry.host;
      Object.assign(entry, { lease, until: this.#until(), attempts: entry.attempts + 1, host: null });
      this.#set(entry, { state: 'running' });
      return Promise.resolve(claimed(entry, left));
    }
    return Promise.resolve(null);
  }

  renew(
    id: string,
    lease: string,
    { progress, host }: { readonly progress: JobProgress | null; readonly host: HostMark | null },
  ): Promise<{ readonly job: StoredJob; readonly cancel: boolean } | null> {
    const entry = this.#entries.get(id);
    if (entry?.lease !== lease || hasEnded(entry.job)) return Promise.resolve(null);
    entry.until = this.#until();
    const begun = host !== null && entry.host === null;
    entry.host = host;
    if (begun) this.#note(entry);
    if (progress !== null && progress !== entry.job.progress) this.#set(entry, { progress });
    return Promise.resolve({ job: { ...entry.job }, cancel: entry.cancel });
  }

  end(id: string, lease: string, ending: JobEnding): Promise<StoredJob | null> {
    const entry = this.#entries.get(id);
    if (entry?.lease !== lease) return Promise.resolve(null);
    if (!hasEnded(entry.job)) this.#end(entry, ending);
    return Promise.resolve({ ...entry.job });
  }

  cancel(id: string): Promise<StoredJob | null> {
    const entry = this.#entries.get(id);
    if (!entry) return Promise.resolve(null);
    if (entry.job.state === 'queued') this.#end(entry, abandoned(true));
    else if (!hasEnded(entry.job)) entry.cancel = true;
    return Promise.resolve({ ...entry.job });
  }

  counts(): Promise<{ readonly running: number; readonly waiting: number }> {
    const states = [...this.#entries.values()].map(({ job }) => job.state);
    return Promise.resolve({
      running: states.filter((state) => state === 'running').length,
      waiting: states.filter((state) => state === 'queued').length,
    });
  }

  close(): Promise<void> {
    for (const entry of this.#entries.values()) if (!hasEnded(entry.job)) this.#end(entry, abandoned(false));
    return Promise.resolve();
  }

  #until(): number {
    return performance.now() + this.leaseMs;
  }

  /** A job of the process before: one that had not ended then will not any more. */
  #recall({ id, kind, network, state, result, code, version, host }: JournalEntry): void {
    if (host) endLeftHost(host);
    const ended = endStates.find((known) => known === state);
    const job: Mutable = {
      ...{ id, kind, network, result, version },
      state: ended ?? 'running',
      progress: null,
      told: null,
      code,
    };
    const entry = { job, asked: null, lease: null, until: 0, attempts: 0, cancel: false, host: null };
    this.#entries.set(id, entry);
    if (ended === undefined) this.#end(entry, abandoned(false));
  }

  #end(entry: Entry, ending: JobEnding): void {
    entry.host = null;
    this.#set(entry, ending);
  }

  #set(entry: Entry, change: Partial<Mutable>): void {
    Object.assign(entry.job, change, { version: entry.job.version + 1 });
    if (change.state !== undefined) this.#note(entry);
  }

  #note({ job, host }: Entry): void {
    const { id, kind, network, state, result, code, version } = job;
    this.#journal?.write({ id, kind, network, state, result, code, version, host });
  }

  /** The oldest that have ended go. */
  #forget(): void {
    for (const [id, { job }] of this.#entries) {
      if (this.#entries.size <= rememberedJobs) return;
      if (hasEnded(job)) this.#entries.delete(id);
    }
  }
}

function claimed({ job, asked }: Entry, left: HostMark | null): ClaimedJob {
  return { job: { ...job }, asked: asked?.asked, left };
}

function abandoned(cancelled: boolean): JobEnding {
  return cancelled
    ? { state: 'cancelled', told: null, code: 'CANCELLED' }
    : { state: 'failed', told: null, code: interrupted };
}
