import autocannon from 'autocannon';

export interface LoadOrder {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Answers that were no success, and none. */
  readonly others: number;
}

/** A process of its own, so that the client does not hold up the server's event loop. */
process.once('message', ({ seconds, ...order }: LoadOrder) => {
  const options = {
    ...order,
    duration: seconds,
    ...(order.body === undefined ? {} : { headers: { 'Content-Type': 'application/json' } }),
  };
  void autocannon(options).then(({ requests, latency, non2xx, errors }) => {
    const result: LoadResult = {
      perSecond: requests.total / seconds,
      p50: latency.p50,
      p99: latency.p99,
      others: non2xx + errors,
    };
    process.send?.(result, () => {
      process.disconnect();
    });
  });
});
