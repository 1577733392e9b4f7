import { useCallback, useEffect, useState } from 'react';
import { asFailure, type RequestFailed } from '#viz/client/request.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  /** stale: a newer one is on its way. */
  | { readonly state: 'ready'; readonly value: T; readonly stale: boolean }
  | { readonly state: 'failed'; readonly error: RequestFailed; readonly again: () => void };

interface Outcome<T> {
  readonly key: string;
  readonly version: number;
  readonly result: { readonly value: T } | { readonly error: RequestFailed };
}

/** After so long a server that did not answer, or whose store is away, is asked again, without a hand. */
const againMs = 2_000;

/**
 * What a key stands for, read once, again for each later version and when asked. While another key is read the answer
 * is "loading"; while another version is, the older one stays. An answer to an earlier key is thrown away; a server
 * that is away is asked until it answers.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>, version = 0): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => {
    setOutcome(null);
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => {
    const control = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    load(control.signal).then(
      (value) => {
        if (!control.signal.aborted) setOutcome({ key, version, result: { value } });
      },
      (error: unknown) => {
        if (control.signal.aborted) return;
        const failed = asFailure(error);
        setOutcome((before) =>
          before?.key === key && 'value' in before.result
            ? before
            : { key, version, result: { error: failed } },
        );
        if (failed.code === 'offline' || failed.status === 503)
          timer = setTimeout(() => setAttempt((count) => count + 1), againMs);
      },
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
    // Key and version say what is loaded; a new function for the same is no reason to ask again.
  }, [key, version, attempt]);
  if (outcome?.key !== key) return { state: 'loading' };
  const { result } = outcome;
  return 'value' in result
    ? { state: 'ready', value: result.value, stale: outcome.version !== version }
    : { state: 'failed', error: result.error, again };
}
