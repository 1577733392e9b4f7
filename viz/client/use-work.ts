import { useCallback, useEffect, useRef, useState } from 'react';
import { cancelJob, type JobBody, type Tell } from '#viz/client/jobs.ts';
import { asFailure, type RequestFailed } from '#viz/client/request.ts';

export type Work<T> =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly job: JobBody | null }
  | { readonly state: 'done'; readonly value: T }
  | { readonly state: 'failed'; readonly error: RequestFailed }
  | { readonly state: 'cancelled' };

/** Long work that somebody starts: how it stands, and a way to cancel it. Work that is begun anew ends the older. */
export function useWork<T>() {
  const [work, setWork] = useState<Work<T>>({ state: 'idle' });
  const current = useRef<{ control: AbortController; job: string | null } | null>(null);
  const stop = useCallback(() => {
    const running = current.current;
    current.current = null;
    if (running === null) return;
    running.control.abort(new Error('cancelled'));
    if (running.job !== null) void cancelJob(running.job).catch(() => undefined);
  }, []);
  useEffect(() => stop, [stop]);
  const start = useCallback(
    async (run: (signal: AbortSignal, tell: Tell) => Promise<T>) => {
      stop();
      const mine = { control: new AbortController(), job: null as string | null };
      current.current = mine;
      setWork({ state: 'working', job: null });
      try {
        const value = await run(mine.control.signal, (job) => {
          mine.job = job.id;
          if (current.current === mine) setWork({ state: 'working', job });
        });
        if (current.current === mine) setWork({ state: 'done', value });
      } catch (error) {
        if (current.current === mine) setWork({ state: 'failed', error: asFailure(error) });
      } finally {
        if (current.current === mine) current.current = null;
      }
    },
    [stop],
  );
  const cancel = useCallback(() => {
    stop();
    setWork({ state: 'cancelled' });
  }, [stop]);
  return { work, start, cancel, reset: () => setWork({ state: 'idle' }) };
}
