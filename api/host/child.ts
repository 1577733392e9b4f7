import { flushCompileCache } from 'node:module';
import type { FromHost, Job } from '#api/host/job.ts';
import { sendError } from '#api/host/send-error.ts';
import { tasks } from '#api/host/tasks.ts';

/** The analysis host: takes one job from its parent, answers, and is ended by it. */
const minimumGapMs = 100;
let lastProgress = 0;

function send(message: FromHost): void {
  process.send?.(message);
}

function progress(step: string, done: number): void {
  const now = performance.now();
  if (done < 1 && now - lastProgress < minimumGapMs) return;
  lastProgress = now;
  send({ type: 'progress', progress: { step, done } });
}

// Ctrl-C in a terminal reaches the whole group; the parent decides.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.exit(0));
process.once('message', (job: Job) => {
  const load = tasks[job.task];
  void (async () => {
    if (!load) throw new Error(`No task is called ${job.task}.`);
    const task = await load();
    // The parent ends this process without a farewell: what was compiled is kept now.
    flushCompileCache();
    return await task(job.input as never, {
      signal: new AbortController().signal,
      progress,
      environment: process.env,
    });
  })().then(
    (output) => {
      send({ type: 'done', output });
    },
    (error: unknown) => {
      send({ type: 'failed', error: sendError(error) });
    },
  );
});
