import { hasEnded, type QueuedJob } from '#api/host/queued-job.ts';

const lookMs = 250;

interface Follower {
  seen: number;
  readonly tell: (job: QueuedJob) => void;
}

/** Who wants to know of jobs: told at once of what happens here, and of what other processes do by looking again. */
export class JobFollowers {
  readonly #find: (ids: readonly string[]) => Promise<readonly QueuedJob[]>;
  readonly #followers = new Map<string, Set<Follower>>();
  #timer: NodeJS.Timeout | null = null;

  constructor(find: (ids: readonly string[]) => Promise<readonly QueuedJob[]>) {
    this.#find = find;
  }

  /** Tells every change after the job as it is given, until it has ended or the returned function is called. */
  follow(job: QueuedJob, tell: Follower['tell']): () => void {
    const { id, version } = job;
    const follower = { seen: version, tell };
    const followers = this.#followers.get(id) ?? new Set();
    this.#followers.set(id, followers.add(follower));
    this.#timer ??= setTimeout(() => void this.#look(), lookMs);
    return () => {
      followers.delete(follower);
      if (followers.size === 0) this.#followers.delete(id);
    };
  }

  tell(job: QueuedJob): void {
    const followers = this.#followers.get(job.id);
    if (!followers) return;
    for (const follower of [...followers]) {
      if (job.version <= follower.seen) continue;
      follower.seen = job.version;
      follower.tell(job);
    }
    if (hasEnded(job)) this.#followers.delete(job.id);
  }

  /** Tells how everything stands, and nothing more. */
  async stop(): Promise<void> {
    await this.#look();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#followers.clear();
  }

  async #look(): Promise<void> {
    try {
      for (const job of await this.#find([...this.#followers.keys()])) this.tell(job);
    } catch {
      // A store that is away is asked again; whoever follows sees no change meanwhile.
    }
    this.#timer = this.#followers.size === 0 ? null : setTimeout(() => void this.#look(), lookMs);
  }
}
