/** A job as a store of jobs keeps it: what it is for and how it stands. */
export interface StoredJob {
  readonly id: string;
  readonly kind: string;
  /** The slug of its network. */
  readonly network: string;
  /** The address of the result. */
  readonly result: string | null;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly progress: JobProgress | null;
  /** What the work answered, or the error it failed with, as a plain value; null also where it is told no more. */
  readonly told: unknown;
  /** The code of what it failed with. */
  readonly code: string | null;
  /** Counts its changes. */
  readonly version: number;
}

export interface JobProgress {
  readonly step: string;
  /** 0…1 of the step. */
  readonly done: number;
}

export interface NewJob extends Pick<StoredJob, 'id' | 'kind' | 'network' | 'result'> {
  /** Jobs of different lanes do not wait for each other. */
  readonly lane: string;
  /** Two of the same key are one job while it waits or runs. */
  readonly key: string;
  /** What is asked of the host, a plain value. */
  readonly asked: unknown;
  /** Whether another process may begin it again when the one that ran it is gone. */
  readonly again: boolean;
}

/** The process that works on a job, so that it is known again when the one that started it is gone. */
export interface HostMark {
  readonly pid: number;
  /** The boot and the moment in which it began: a number is used again, these two together are not. */
  readonly started: string;
  /** The process that started it. */
  readonly parent: number;
}

export interface ClaimedJob {
  readonly job: StoredJob;
  readonly asked: unknown;
  /** Where somebody ran it before and is gone: the process that was left. */
  readonly left: HostMark | null;
}

export interface JobEnding extends Pick<StoredJob, 'told' | 'code'> {
  readonly state: 'done' | 'failed' | 'cancelled';
}

/** The code of a job that nobody runs any more. */
export const interrupted = 'INTERRUPTED';
/** So many processes may be lost over one job. */
export const attemptsAtMost = 3;
/** Jobs that have ended and can still be asked for. */
export const rememberedJobs = 1_000;

/**
 * Jobs and who works on them: the second, small port of a store. Whoever runs a job holds it by a lease, a word of its
 * own that it renews; when a lease has run out somebody else may take the job, and the first can neither renew nor end it
 * any more. So each job ends once, whatever becomes of the processes.
 *
 * Every call may be repeated with the same id or lease and does nothing twice. Errors: those of the store.
 */
export interface JobStore {
  /** A lease that is not renewed for so long has run out, ms. */
  readonly leaseMs: number;
  /** How often at most a running job is told of, ms. */
  readonly paceMs: number;
  /** Takes a job in, or gives the one of the same key that has not ended; null: so many wait in its lane already. */
  add(job: NewJob, waitingAtMost: number): Promise<StoredJob | null>;
  /** Those of these ids that are remembered. */
  find(ids: readonly string[]): Promise<readonly StoredJob[]>;
  /**
   * Takes the first job of a lane that waits, or whose lease has run out; of two that ask one gets it. A job that must
   * not be begun again, or was begun too often, ends as INTERRUPTED instead. null: there is none.
   */
  claim(lane: string, lease: string): Promise<ClaimedJob | null>;
  /** Holds a job for longer. null: it is held no more; else whether somebody wants it ended. */
  renew(
    id: string,
    lease: string,
    now: { readonly progress: JobProgress | null; readonly host: HostMark | null },
  ): Promise<{ readonly job: StoredJob; readonly cancel: boolean } | null>;
  /** null: it is held no more, and nothing was done. */
  end(id: string, lease: string, ending: JobEnding): Promise<StoredJob | null>;
  /** Ends a job that waits; of one that runs its holder is told at the next renewal. null: there is none. */
  cancel(id: string): Promise<StoredJob | null>;
  counts(): Promise<{ readonly running: number; readonly waiting: number }>;
  /**
   * This process goes, and holds these. A store of one process ends all that has not ended as INTERRUPTED; one that
   * others work on keeps what waits, and gives what was held to them.
   */
  close(leases: readonly string[]): Promise<void>;
}
