import { useCallback, useState } from 'react';
import { undoRevision } from '#viz/client/commit.ts';
import { type LogEntry, readHistory } from '#viz/client/history.ts';
import { asFailure } from '#viz/client/request.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { Failed, Loading } from '#viz/components/states.tsx';
import { timeText } from '#viz/components/time-text.ts';
import { entryWords } from '#viz/panels/history/change-words.ts';
import { ChangedRecords } from '#viz/panels/history/changed-records.tsx';
import { Compare } from '#viz/panels/history/compare.tsx';
import { type Names, useNames } from '#viz/panels/records/use-records.ts';
import { did } from '#viz/state/acts.ts';
import { withQuery } from '#viz/state/address.ts';
import type { Base } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** Everything that was ever changed, the last first; each change set can be looked at and taken back. */
export function HistoryPage(base: Base) {
  const { address, network, head } = base;
  const { before } = address.query;
  const load = useCallback(
    (signal: AbortSignal) => readHistory(address.network, before, signal),
    [address.network, before],
  );
  const history = useLoaded(`${address.network} history ${before ?? ''}`, load, head);
  const names = useNames(base);
  useTitle('History', network.name);
  return (
    <main id="main" className="page ready">
      <h1>{head === 1 ? 'One change so far' : `${head} changes so far`}</h1>
      <p className="lead">Nothing is ever overwritten: each change can be looked at, and taken back.</p>
      <Compare base={base} names={names} />
      {history.state === 'loading' && <Loading what="Reading the history …" />}
      {history.state === 'failed' && <Failed {...history} />}
      {history.state === 'ready' && (
        <>
          <ol className="history">
            {history.value.items.map((entry) => (
              <Entry key={entry.revision} entry={entry} names={names} base={base} />
            ))}
          </ol>
          <div className="after">
            {before !== undefined && <Link to={withQuery(address, { before: null })}>The latest</Link>}
            {history.value.next !== null && (
              <Link to={withQuery(address, { before: String(history.value.next) })}>Earlier changes</Link>
            )}
          </div>
        </>
      )}
    </main>
  );
}

interface EntryProps {
  readonly entry: LogEntry;
  readonly names: Names;
  readonly base: Base;
}

function Entry({ entry, names, base: { address, network } }: EntryProps) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const { revision, author, at, reason, changes } = entry;
  const words = entryWords(changes, names.of);
  const undo = async () => {
    try {
      const made = await undoRevision(address.network, revision);
      did(address.network, { revision: made, words: `Revision ${revision} is taken back.` });
    } catch (error) {
      const { code, message } = asFailure(error);
      setSaid(
        code === 'STALE'
          ? 'It cannot be taken back as a whole: something in it was changed again later. Take that back first.'
          : message,
      );
    }
  };
  return (
    <li id={`revision-${revision}`}>
      <span className="figures muted">{revision}</span>
      <div>
        <p className="deed">{words}</p>
        <p className="muted">
          {author.name} · <time dateTime={at}>{timeText(at, network.timeZone)}</time>
          {reason === undefined ? '' : ` · ${reason}`}
        </p>
        {said !== '' && (
          <p className="wrong" role="alert">
            {said}
          </p>
        )}
        {open && <ChangedRecords changes={changes} names={names} address={address} />}
      </div>
      <span className="buttons">
        <button type="button" className="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close' : 'Look at it'}
          <span className="spoken"> (revision {revision})</span>
        </button>
        <button type="button" className="button" onClick={() => void undo()}>
          Take back<span className="spoken"> revision {revision}</span>
        </button>
      </span>
    </li>
  );
}
