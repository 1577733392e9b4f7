/** One measured step: from its input in memory to its result in memory. */
export interface StepTime {
  readonly step: string;
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly threads: number;
}

/**
 * Measures steps one after another. One line a name: what is done under a name that was there is added to it (the E-I
 * index of organizations and that of the network).
 */
export class StepTimer {
  readonly #steps = new Map<string, { wallMs: number; cpuMs: number }>();
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
    const before = this.#steps.get(step) ?? { wallMs: 0, cpuMs: 0 };
    this.#steps.set(step, {
      wallMs: before.wallMs + performance.now() - wall,
      cpuMs: before.cpuMs + (used.user + used.system) / 1000,
    });
    return value;
  }

  /** In the order in which the steps began to be measured. */
  get times(): StepTime[] {
    return [...this.#steps].map(([step, { wallMs, cpuMs }]) => ({
      step,
      wallMs: round(wallMs),
      cpuMs: round(cpuMs),
      threads: 1,
    }));
  }
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}
