/** One measured step: from its input in memory to its result in memory. */
export interface StepTime {
  readonly step: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly threads: number;
}

/** Measures steps one after another. */
export class StepTimer {
  readonly times: StepTime[] = [];
  readonly #announce: (step: string, done: number) => void;

  constructor(announce: (step: string, done: number) => void) {
    this.#announce = announce;
  }

  /** Runs the work of a step; its progress is handed on under the step's name. */
  async run<Value>(
    step: string,
    work: (progress: (done: number) => void) => Value | Promise<Value>,
  ): Promise<Value> {
    this.#announce(step, 0);
    const wall = performance.now();
    const cpu = process.cpuUsage();
    const value = await work((done) => {
      this.#announce(step, done);
    });
    const used = process.cpuUsage(cpu);
    this.times.push({
      step,
      wallMs: round(performance.now() - wall),
      cpuMs: round((used.user + used.system) / 1000),
      threads: 1,
    });
    return value;
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
