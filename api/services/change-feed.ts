import type { LogOutline, NetworkId, NetworkStore, Revision, Store } from '#data/store/port.ts';

const pollMs = 250;
const batch = 20;

interface Follower {
  seen: Revision;
  /** Resolves when there is room for more. */
  readonly tell: (entry: LogOutline) => Promise<void>;
  reading: boolean;
}

interface Watched {
  readonly network: NetworkStore;
  readonly followers: Set<Follower>;
  timer: NodeJS.Timeout;
}

/**
 * The log read again and again, so that what another process or the command line commits is seen: one question for the
 * head of each network that somebody follows, then for each follower what it has not seen, as fast as it takes it.
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
    const follower = { seen: after, tell, reading: false };
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
      for (const follower of watched.followers) void this.#catchUp(watched, follower, head);
    } catch (error) {
      this.#failed(error);
    }
    if (this.#watched.get(id) === watched) watched.timer = setTimeout(() => void this.#look(id), pollMs);
  }

  /** Each at its own pace: one that missed much, or takes little, holds up nobody else. */
  async #catchUp({ network, followers }: Watched, follower: Follower, head: Revision): Promise<void> {
    if (follower.reading) return;
    follower.reading = true;
    try {
      while (follower.seen < head && followers.has(follower)) {
        const entries = await network.outline(follower.seen, batch);
        if (entries.length === 0) return;
        for (const entry of entries) {
          if (!followers.has(follower)) return;
          follower.seen = entry.revision;
          await follower.tell(entry);
        }
      }
    } catch (error) {
      this.#failed(error);
    } finally {
      follower.reading = false;
    }
  }
}
