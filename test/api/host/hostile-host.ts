/** A process in place of the analysis host that does the worst that work can do. */
const shapes: Readonly<Record<string, () => unknown>> = {
  loop: () => {
    for (;;);
  },
  heap: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(100_000).fill(Math.PI));
  },
  buffers: () => {
    // Outside of the heap's limit: only the watch on resident memory sees it.
    const kept: Uint8Array[] = [];
    for (;;) kept.push(new Uint8Array(16_000_000).fill(1));
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

process.once('message', ({ task }: { task: string }) => {
  if (task === 'good') process.send?.({ type: 'done', output: 42 });
  else shapes[task]?.();
});
