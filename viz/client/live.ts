import { useEffect, useSyncExternalStore } from 'react';
import { readJson } from '#viz/client/request.ts';

/** What the change feed of a network says: the present revision, and whether the server answers. */
export interface Live {
  readonly head: number;
  readonly away: boolean;
}

const reopenMs = 2_000;

/** Follows the change feed of one network, through restarts of the server. */
class Feed {
  readonly #path: string;
  readonly #listeners = new Set<() => void>();
  #live: Live = { head: 0, away: false };
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(network: string) {
    this.#path = `/networks/${encodeURIComponent(network)}`;
  }

  readonly read = (): Live => this.#live;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#source === null) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#source?.close();
      this.#source = null;
      clearTimeout(this.#timer);
    };
  };

  /** A revision that somebody has seen. */
  readonly saw = (head: number): void => {
    if (head > this.#live.head) this.#set({ ...this.#live, head });
  };

  #open(): void {
    const source = new EventSource(`/api/v1${this.#path}/events`);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#set({ ...this.#live, away: false });
      void this.#catchUp();
    });
    source.addEventListener('change', (event: MessageEvent<string>) => this.saw(Number(event.lastEventId)));
    source.addEventListener('error', () => {
      this.#set({ ...this.#live, away: true });
      // The browser asks again by itself after a cut; after an answer that is no stream it does not.
      if (source.readyState !== EventSource.CLOSED) return;
      this.#timer = setTimeout(() => this.#open(), reopenMs);
    });
  }

  /** What happened before the stream was open. */
  async #catchUp(): Promise<void> {
    try {
      const { head } = await readJson<{ head: number }>(this.#path, new AbortController().signal);
      this.saw(head);
    } catch {
      // The network is gone or the server away again: the pages say so themselves.
    }
  }

  #set(live: Live): void {
    if (live.head === this.#live.head && live.away === this.#live.away) return;
    this.#live = live;
    for (const listener of [...this.#listeners]) listener();
  }
}

const feeds = new Map<string, Feed>();

function feedOf(network: string): Feed {
  const known = feeds.get(network);
  if (known) return known;
  const feed = new Feed(network);
  feeds.set(network, feed);
  return feed;
}

/** The present revision of a network as the feed tells it; 0 until it is known. */
export function useLive(network: string): Live {
  const feed = feedOf(network);
  return useSyncExternalStore(feed.subscribe, feed.read);
}

/** Tells the pages of a network that a revision is there, before the feed does. */
export function sawRevision(network: string, revision: number): void {
  feedOf(network).saw(revision);
}

/** The same for a revision that was read. */
export function useSeen(network: string, head: number | undefined): void {
  useEffect(() => {
    if (head !== undefined) feedOf(network).saw(head);
  }, [network, head]);
}
