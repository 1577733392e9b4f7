import type { EventStreams } from '#api/routes/event-streams.ts';
import type { ChangeFeed } from '#api/services/change-feed.ts';
import type { Metrics } from '#api/services/metrics.ts';
import type { Limits } from '#api/services/limits.ts';
import type { ResultDeps } from '#api/services/kept-results.ts';
import type { networkStore } from '#api/services/network-store.ts';

/** What routes get from createApp. */
export interface RouteDeps {
  readonly networkOf: (slug: string) => ReturnType<typeof networkStore>;
  readonly results: ResultDeps;
  readonly feed: ChangeFeed;
  readonly streams: EventStreams;
  readonly limits: Limits;
  readonly metrics: Metrics;
}
