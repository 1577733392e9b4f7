import { useState } from 'react';

const key = 'weft.tour';

const steps = [
  [
    'Findings first',
    'Each sentence on this page is something that was found, with its numbers. Point at one and the map answers; Enter opens its page.',
  ],
  [
    'The map',
    'Groups are those who work with each other most. Rings hold groups together. Arrow keys walk from partner to partner, plus and minus come nearer.',
  ],
  ['Search', 'Press / anywhere and type a name: organizations, people and collaborations.'],
  [
    'Your own data',
    'Under Data, drop files or paste a table: nothing is stored before you have seen what it does, and every change can be taken back.',
  ],
] as const;

/** Four things to know, for whoever is here for the first time; skipped for good with one key. */
export function Tour() {
  const [at, setAt] = useState<number | null>(() => (localStorage.getItem(key) === null ? 0 : null));
  const step = steps[at ?? -1];
  if (at === null || step === undefined) return null;
  const end = () => {
    localStorage.setItem(key, 'done');
    setAt(null);
  };
  const last = at === steps.length - 1;
  return (
    <aside
      className="tour"
      aria-label="First steps"
      onKeyDown={(event) => {
        if (event.key === 'Escape') end();
      }}
    >
      <p role="status">
        <span className="muted figures">
          {at + 1} of {steps.length}
        </span>{' '}
        <b>{step[0]}.</b> {step[1]}
      </p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => (last ? end() : setAt(at + 1))}>
          {last ? 'Begin' : 'Next'}
        </button>
        {!last && (
          <button type="button" className="button" onClick={end}>
            Skip these steps
          </button>
        )}
      </div>
    </aside>
  );
}
