import { useCallback, useEffect, useState } from 'react';
import { RequestFailed } from '#viz/client/request.ts';

export type Loaded<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly error: RequestFailed; readonly again: () => void };

type Outcome<T> =
  { readonly key: string; readonly value: T } | { readonly key: string; readonly error: RequestFailed };

/**
 * What a key stands for, read once and again when asked. While another key is read the answer is "loading"; an answer
 * to an earlier key is thrown away.
 */
export function useLoaded<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [outcome, setOutcome] = useState<Outcome<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const again = useCallback(() => {
    setOutcome(null);
    setAttempt((count) => count + 1);
  }, []);
  useEffect(() => {
    const control = new AbortController();
    load(control.signal).then(
      (value) => setOutcome({ key, value }),
      (error: unknown) => {
        if (!control.signal.aborted) setOutcome({ key, error: asFailure(error) });
      },
    );
    return () => control.abort();
    // The key says what is loaded; a new function for the same key is no reason to ask again.
  }, [key, attempt]);
  if (outcome?.key !== key) return { state: 'loading' };
  return 'value' in outcome
    ? { state: 'ready', value: outcome.value }
    : { state: 'failed', error: outcome.error, again };
}

function asFailure(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error;
  return new RequestFailed(error instanceof Error ? error.message : String(error), 'unknown', 0);
}
