import { writeFileSync } from 'node:fs';

/** What hostile work may be told. */
export interface HostileInput {
  /** Where it notes the moment (Date.now()) in which it begins, or passes its limit of memory. */
  readonly note: string;
  /** MiB */
  readonly limitMb: number;
}

/** Other tests tell it other things. */
type Told = Partial<HostileInput> | null;

/** A process in place of the analysis host that does the worst that work can do. */
const shapes: Readonly<Record<string, (input: Told) => unknown>> = {
  loop: () => {
    for (;;);
  },
  heap: (input) => {
    fill(input, () => Array.from({ length: 100_000 }, () => Math.PI));
  },
  buffers: (input) => {
    // Outside of the heap's limit: only the watch on resident memory sees it.
    fill(input, () => new Uint8Array(16_000_000).fill(1));
  },
  exit: () => process.exit(7),
  throw: () => {
    throw new Error('thrown by the work');
  },
  abort: () => {
    process.abort();
  },
  silent: () => setInterval(() => undefined, 1_000),
};

function fill(input: Told, part: () => unknown): void {
  const kept: unknown[] = [];
  const limit = (input?.limitMb ?? Infinity) * 2 ** 20;
  for (let noted = false; ;) {
    kept.push(part());
    if (noted || process.memoryUsage.rss() < limit) continue;
    noted = true;
    noteMoment(input);
  }
}

function noteMoment(input: Told): void {
  if (input?.note !== undefined) writeFileSync(input.note, String(Date.now()));
}

process.once('message', ({ task, input }: { task: string; input: Told }) => {
  if (task !== 'heap' && task !== 'buffers') noteMoment(input);
  if (task === 'good') process.send?.({ type: 'done', output: 42 });
  else shapes[task]?.(input);
});
