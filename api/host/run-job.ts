import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ApiError } from '#api/errors.ts';
import type { FromHost, Job, Progress, SentError } from '#api/host/job.ts';
import { watchMemory } from '#api/host/watch-memory.ts';
import { receiveError } from '#api/host/send-error.ts';

export interface JobLimits {
  /** Resident memory of the host, MiB. */
  readonly memoryMb: number;
  readonly deadlineMs: number;
}

export const defaultLimits: JobLimits = { memoryMb: 4096, deadlineMs: 3_600_000 };

/** What of the host's last words goes into the error. */
const keptOfStderr = 4_000;

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/**
 * Runs one job in a process of its own and kills it when it passes its memory limit, its deadline, or the signal.
 * A worker thread would not do: its limits do not hold typed arrays, and some failures take the whole process along.
 *
 * Errors   what the task threw; HOST_MEMORY, HOST_DEADLINE, HOST_DIED, CANCELLED
 */
export async function runJob<Output>(
  job: Job,
  options: {
    limits?: Partial<JobLimits>;
    signal: AbortSignal;
    onProgress?: (progress: Progress) => void;
    /** Told which process it is, before it is given the work. */
    onStart?: (pid: number) => void;
    /** The script of the process; that of the tasks where nothing is said. */
    host?: string | undefined;
  },
): Promise<Output> {
  const limits = { ...defaultLimits, ...options.limits };
  if (options.signal.aborted) throw new ApiError('CANCELLED', 'The work was cancelled.');
  const host = fork(options.host ?? child, {
    execArgv: [
      `--max-old-space-size=${limits.memoryMb}`,
      '--disable-proto=delete',
      '--disable-warning=ExperimentalWarning',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  return await new Promise<Output>((resolve, reject) => {
    const end = settleOnce(host, reject, resolve as (output: unknown) => void);
    const deadline = setTimeout(() => {
      end.fail(new ApiError('HOST_DEADLINE', `The work took longer than ${limits.deadlineMs / 1000} s.`));
    }, limits.deadlineMs);
    const stopWatching = watchMemory(host, limits.memoryMb, () => {
      end.fail(memoryError(limits.memoryMb));
    });
    const cancel = (): void => {
      end.fail(new ApiError('CANCELLED', 'The work was cancelled.'));
    };
    options.signal.addEventListener('abort', cancel, { once: true });
    host.on('message', (message: FromHost) => {
      if (message.type === 'progress') options.onProgress?.(message.progress);
      else if (message.type === 'done') end.done(message.output);
      else end.fail(receiveError(message.error satisfies SentError));
    });
    let said = '';
    host.stderr?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString('utf8')}`.slice(-keptOfStderr);
    });
    const stopWaiting = (): void => {
      clearTimeout(deadline);
      stopWatching();
      options.signal.removeEventListener('abort', cancel);
    };
    host.on('exit', (status, signal) => {
      stopWaiting();
      const heapFull = /heap out of memory|heap limit/u.test(said);
      end.fail(heapFull ? memoryError(limits.memoryMb) : diedError(status, signal, said));
    });
    host.on('error', (error) => {
      // One that never began has no exit.
      if (host.pid === undefined) stopWaiting();
      end.fail(new ApiError('HOST_DIED', `The process for the work could not be started: ${error.message}`));
    });
    if (host.pid !== undefined) options.onStart?.(host.pid);
    host.send(job);
  });
}

/** The first outcome counts; the host is killed with it. */
function settleOnce(host: ChildProcess, reject: (error: Error) => void, resolve: (output: unknown) => void) {
  let settled = false;
  const settle = (act: () => void): void => {
    if (settled) return;
    settled = true;
    host.kill('SIGKILL');
    act();
  };
  return {
    done: (output: unknown): void => {
      settle(() => {
        resolve(output);
      });
    },
    fail: (error: Error): void => {
      settle(() => {
        reject(error);
      });
    },
  };
}

function memoryError(limit: number): ApiError {
  return new ApiError(
    'HOST_MEMORY',
    `The work needed more than its limit of ${limit} MiB of memory.`,
    'A smaller network, fewer measures, or a higher limit.',
  );
}

function diedError(status: number | null, signal: string | null, said: string): ApiError {
  const how = signal ?? `status ${status ?? 'unknown'}`;
  return new ApiError(
    'HOST_DIED',
    `The process for the work ended without an answer (${how}). ${said}`.trim(),
  );
}
