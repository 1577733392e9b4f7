import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** Figures of one server: the process's own, requests by operation, jobs and streams. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'operation' | 'status'>;

  constructor(now: {
    readonly running: () => Promise<number>;
    readonly waiting: () => Promise<number>;
    readonly streams: () => number;
  }) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'weft_request_seconds',
      help: 'Time from the head of a request to the end of its answer',
      labelNames: ['operation', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
      registers,
    });
    for (const [name, read] of Object.entries(now)) {
      new Gauge({
        name: `weft_${name === 'streams' ? 'event_streams' : `jobs_${name}`}`,
        help: name === 'streams' ? 'Event streams that are open' : `Jobs ${name}`,
        registers,
        // NaN: a store that is away knows of no job.
        async collect() {
          this.set(await Promise.resolve(read()).catch(() => Number.NaN));
        },
      });
    }
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  observe(operation: string, status: number, seconds: number): void {
    this.#requests.observe({ operation, status: String(status) }, seconds);
  }

  async read(): Promise<string> {
    return await this.#registry.metrics();
  }
}
