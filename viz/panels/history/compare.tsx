import { useCallback, useState } from 'react';
import { counted } from '#analysis/words/counted.ts';
import { readDifference } from '#viz/client/history.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Failed, Loading } from '#viz/components/states.tsx';
import { ChangedRecords } from '#viz/panels/history/changed-records.tsx';
import type { Names } from '#viz/panels/records/use-records.ts';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import type { Base } from '#viz/state/shown.ts';

interface CompareProps {
  readonly base: Base;
  readonly names: Names;
}

/** What differs between two revisions; both are in the address. */
export function Compare({ base, names }: CompareProps) {
  const { address, head } = base;
  const [from, setFrom] = useState(address.query.from ?? String(Math.max(0, head - 1)));
  const [to, setTo] = useState(address.query.to ?? String(head));
  const asked = address.query.from;
  const compare = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    goTo(withQuery(address, { from, to }));
  };
  const input = (label: string, value: string, set: (text: string) => void) => (
    <label>
      {label}{' '}
      <input
        className="input short"
        type="number"
        min={0}
        max={head}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <section className="compare" aria-label="Compare two revisions">
      <form onSubmit={compare}>
        {input('From revision', from, setFrom)}
        {input('to', to, setTo)}
        <button type="submit" className="button">
          Compare them
        </button>
        {asked !== undefined && (
          <button
            type="button"
            className="button"
            onClick={() => goTo(withQuery(address, { from: null, to: null }))}
          >
            Close
          </button>
        )}
      </form>
      {asked !== undefined && (
        <Difference base={base} names={names} from={asked} to={address.query.to ?? ''} />
      )}
    </section>
  );
}

interface DifferenceProps extends CompareProps {
  readonly from: string;
  readonly to: string;
}

function Difference({ base: { address }, names, from, to }: DifferenceProps) {
  const load = useCallback(
    (signal: AbortSignal) => readDifference(address.network, from, to, signal),
    [address.network, from, to],
  );
  const loaded = useLoaded(`${address.network} ${from} ${to}`, load);
  if (loaded.state === 'loading') return <Loading what="Comparing …" />;
  if (loaded.state === 'failed') return <Failed {...loaded} />;
  const { items } = loaded.value;
  return (
    <>
      <h2>
        {items.length === 0
          ? 'Nothing differs'
          : `${counted(items.length, 'record')} ${items.length === 1 ? 'differs' : 'differ'}`}
      </h2>
      <ChangedRecords changes={items} names={names} address={address} />
    </>
  );
}
