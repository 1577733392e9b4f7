import { useState } from 'react';
import { asFailure } from '#viz/client/request.ts';
import type { StoredRecord } from '#viz/client/stored.ts';
import type { KindWords } from '#viz/panels/records/record-kind.ts';
import { planRemoval, removeRecord, type Removal } from '#viz/panels/records/remove-record.ts';
import { did } from '#viz/state/acts.ts';
import { goTo } from '#viz/state/navigation.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';

interface RemoveButtonProps {
  readonly base: Base;
  readonly words: KindWords;
  readonly record: StoredRecord;
  readonly title: string;
}

/** Removes a record after saying what goes with it. */
export function RemoveButton({ base, words, record, title }: RemoveButtonProps) {
  const [plan, setPlan] = useState<Removal | null>(null);
  const [said, setSaid] = useState('');
  const { network } = base.address;
  const prepare = async () => {
    setSaid('');
    try {
      setPlan(await planRemoval(network, words.kind, record, base.head));
    } catch (error) {
      setSaid(asFailure(error).message);
    }
  };
  const remove = async (removal: Removal) => {
    try {
      const revision = await removeRecord(network, removal);
      did(network, { revision, words: `${title} is removed.` });
      goTo(pageAddress(base.address, words.collection));
    } catch (error) {
      setPlan(null);
      setSaid(`It was not removed. ${asFailure(error).message}`);
    }
  };
  if (plan === null) {
    return (
      <>
        <button type="button" className="button" onClick={() => void prepare()}>
          Remove this {words.one}
        </button>
        <span role="status">{said}</span>
      </>
    );
  }
  return (
    <div className="asked" role="group" aria-label={`Remove ${title}`}>
      <p role="status">
        <b>Remove {title}?</b> {plan.words}
      </p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void remove(plan)}>
          Remove it
        </button>
        <button type="button" className="button" onClick={() => setPlan(null)}>
          Keep it
        </button>
      </div>
    </div>
  );
}
