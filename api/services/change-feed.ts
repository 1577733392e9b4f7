import type { LogEntry, NetworkId, NetworkStore, Revision, Store } from '#data/store/port.ts';

const pollMs = 250;
const batch = 100;

/** An entry of the log as the feed tells it: which records, not their bodies. */
export function feedEvent({ revision, operation, author, at, reason, changes }: LogEntry) {
  return {
    revision,
    operation,
    author,
    at,
    ...(reason === undefined ? {} : { reason }),
    changes: changes.map(({ kind, id, before, after }) => ({
      kind,
      id,
      change: after === null ? 'removed' : before === null ? 'created' : 'changed',
    })),
  };
}

interface Follower {
  seen: Revision;
  readonly tell: (entries: readonly LogEntry[]) => void;
}

interface Watched {
  readonly network: NetworkStore;
  readonly followers: Set<Follower>;
  timer: NodeJS.Timeout;
}

/**
 * The log read again and again, so that what another process or the command line commits is seen: one question for the
 * head of each network that somebody follows, then for each follower what it has not seen.
 */
export class ChangeFeed {
  readonly #store: Store;
  readonly #watched = new Map<NetworkId, Watched>();
  readonly #failed: (error: unknown) => void;

  constructor(store: Store, failed: (error: unknown) => void) {
    this.#store = store;
    this.#failed = failed;
  }

  /** Tells every entry after a revision, now and as they come, until the returned function is called. */
  follow(id: NetworkId, after: Revision, tell: Follower['tell']): () => void {
    const watched = this.#watched.get(id) ?? this.#watch(id);
    const follower = { seen: after, tell };
    watched.followers.add(follower);
    return () => {
      watched.followers.delete(follower);
      if (watched.followers.size > 0) return;
      clearTimeout(watched.timer);
      this.#watched.delete(id);
    };
  }

  stop(): void {
    for (const { timer } of this.#watched.values()) clearTimeout(timer);
    this.#watched.clear();
  }

  #watch(id: NetworkId): Watched {
    const watched: Watched = {
      network: this.#store.network(id),
      followers: new Set(),
      timer: setTimeout(() => void this.#look(id), 0),
    };
    this.#watched.set(id, watched);
    return watched;
  }

  async #look(id: NetworkId): Promise<void> {
    const watched = this.#watched.get(id);
    if (!watched) return;
    try {
      const head = await watched.network.head();
      for (const follower of watched.followers) await catchUp(watched.network, follower, head);
    } catch (error) {
      this.#failed(error);
    }
    if (this.#watched.get(id) === watched) watched.timer = setTimeout(() => void this.#look(id), pollMs);
  }
}

async function catchUp(network: NetworkStore, follower: Follower, head: Revision): Promise<void> {
  while (follower.seen < head) {
    const entries = await network.log(follower.seen, batch);
    const last = entries.at(-1);
    if (!last) return;
    follower.seen = last.revision;
    follower.tell(entries);
  }
}
