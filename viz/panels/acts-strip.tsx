import { useCallback, useEffect, useState } from 'react';
import { undoRevision } from '#viz/client/commit.ts';
import { asFailure } from '#viz/client/request.ts';
import { actsOf, didAgain, sayActs, tookBack, useActs } from '#viz/state/acts.ts';

/** So long the strip stands; afterwards the keys and the history still take things back. */
const shownMs = 30_000;

/** What was just done, with the way back; Ctrl+Z and Ctrl+Shift+Z anywhere but in a field do the same. */
export function ActsStrip({ network }: { readonly network: string }) {
  const { done, undone, said } = useActs(network);
  const [busy, setBusy] = useState(false);
  const go = useCallback(
    async (which: 'done' | 'undone') => {
      const act = actsOf(network)[which].at(-1);
      if (act === undefined) return;
      setBusy(true);
      try {
        const revision = await undoRevision(network, act.revision);
        if (which === 'done') tookBack(network, revision);
        else didAgain(network, revision);
      } catch (error) {
        const { code, message } = asFailure(error);
        sayActs(
          network,
          code === 'STALE'
            ? 'This cannot be taken back any more: somebody changed the same record since. Its history has both versions.'
            : `This could not be taken back. ${message}`,
        );
      } finally {
        setBusy(false);
      }
    },
    [network],
  );
  useUndoKeys(go);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => sayActs(network, null), shownMs);
    return () => clearTimeout(timer);
  }, [network, said]);
  return (
    <div className="acts" data-open={said !== null}>
      <p role="status">{said ?? ''}</p>
      {said !== null && (
        <>
          {done.length > 0 && (
            <button type="button" className="button" disabled={busy} onClick={() => void go('done')}>
              Undo
            </button>
          )}
          {undone.length > 0 && (
            <button type="button" className="button" disabled={busy} onClick={() => void go('undone')}>
              Redo
            </button>
          )}
          <button
            type="button"
            className="button square"
            aria-label="Close this line"
            onClick={() => sayActs(network, null)}
          >
            ×
          </button>
        </>
      )}
    </div>
  );
}

function useUndoKeys(go: (which: 'done' | 'undone') => Promise<void>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || !(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      void go(key === 'y' || event.shiftKey ? 'undone' : 'done');
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [go]);
}
