import { useState } from 'react';
import { commitChanges } from '#viz/client/commit.ts';
import { asFailure } from '#viz/client/request.ts';
import { RecordForm } from '#viz/panels/edit/record-form.tsx';
import { useNames } from '#viz/panels/records/use-records.ts';
import { LensForm } from '#viz/panels/settings/lens-form.tsx';
import { networkFields } from '#viz/panels/settings/network-fields.ts';
import { did } from '#viz/state/acts.ts';
import { goTo } from '#viz/state/navigation.ts';
import { ownName, setOwnName } from '#viz/state/own-name.ts';
import { type Base, pageAddress } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** What a network is called, the words it uses, what counts as a tie; and the reader's own name. */
export function SettingsPage(base: Base) {
  const { address, network } = base;
  const names = useNames(base);
  const { head, ...record } = network;
  useTitle('Settings', network.name);
  const back = () => goTo(pageAddress(address, 'findings'));
  return (
    <main id="main" className="page record ready">
      <h1>Settings of {network.name}</h1>
      <div className="columns two">
        <section>
          <h2>The network</h2>
          <RecordForm
            key={network.revision}
            network={address.network}
            kind="network"
            fields={networkFields}
            record={record}
            names={names}
            stored={network}
            action="Save the settings"
            onSaved={(_, revision) => did(address.network, { revision, words: 'The settings are saved.' })}
            onCancel={back}
            onTheirs={back}
          />
        </section>
        <section>
          <h2>What counts</h2>
          <LensSettings key={network.revision} {...base} />
          <h2>You</h2>
          <OwnName />
        </section>
      </div>
    </main>
  );
}

function LensSettings({ address, network }: Base) {
  const [lens, setLens] = useState(network.defaultLens ?? {});
  const [failed, setFailed] = useState('');
  const { head, revision, ...record } = network;
  const save = async () => {
    setFailed('');
    try {
      const after = { ...record, defaultLens: lens };
      const made = await commitChanges(address.network, [
        { kind: 'network', id: network.id, ifRevision: revision, after },
      ]);
      did(address.network, {
        revision: made,
        words: 'What counts is saved; the findings are computed anew.',
      });
    } catch (error) {
      setFailed(asFailure(error).message);
    }
  };
  return (
    <form
      className="narrow-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <LensForm lens={lens} onChange={setLens} />
      {failed !== '' && (
        <p className="wrong" role="alert">
          {failed}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button primary">
          Save what counts
        </button>
      </div>
    </form>
  );
}

/** Under which name this browser's changes stand in the history. */
function OwnName() {
  const [name, setName] = useState(ownName);
  return (
    <div className="field narrow-form">
      <label htmlFor="own-name">Your name in the history</label>
      <input
        id="own-name"
        className="input"
        autoComplete="name"
        maxLength={200}
        value={name}
        aria-describedby="own-name-hint"
        onChange={(event) => {
          setName(event.target.value);
          setOwnName(event.target.value);
        }}
      />
      <p className="hint" id="own-name-hint">
        Kept in this browser only. Empty: “screen”.
      </p>
    </div>
  );
}
