import { useEffect, useState } from 'react';
import { createNetwork, listNetworks } from '#viz/client/networks.ts';
import { asFailure } from '#viz/client/request.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { Failed, Loading } from '#viz/components/states.tsx';
import { Bar } from '#viz/panels/bar.tsx';
import type { NetworkAddress } from '#viz/state/shown.ts';
import { goTo, useAddress } from '#viz/state/navigation.ts';
import { searched } from '#viz/state/searched.ts';
import { useTitle } from '#viz/state/use-title.ts';

const home = (network: string): NetworkAddress => ({ network, page: 'findings', id: null, query: {} });

/** All networks; where there is one only, that one. */
export function NetworksPage() {
  const networks = useLoaded('networks', listNetworks);
  const all = useAddress()?.query.all === '1';
  useTitle('Networks');
  const only = networks.state === 'ready' && networks.value.length === 1 ? networks.value[0] : undefined;
  useEffect(() => {
    if (only !== undefined && !all) goTo(home(only.slug), 'replace');
  }, [only, all]);
  return (
    <>
      <Bar />
      <main id="main" className="page">
        {networks.state === 'loading' && <Loading what="Reading the networks …" />}
        {networks.state === 'failed' && <Failed {...networks} />}
        {networks.state === 'ready' && (
          <>
            <h1>{networks.value.length === 0 ? 'No network yet' : 'Networks'}</h1>
            {networks.value.length === 0 && (
              <p className="lead">Begin one, then bring its organizations and their ties.</p>
            )}
            <ul className="holders">
              {networks.value.map(({ slug, name }) => (
                <li key={slug}>
                  <Link to={home(slug)}>
                    <span>{name}</span> <span aria-hidden="true">→</span>
                  </Link>
                </li>
              ))}
            </ul>
            <NewNetwork />
          </>
        )}
      </main>
    </>
  );
}

/** Begins a network by its name; its address is made of it. */
function NewNetwork() {
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState('');
  const begin = async (event: { preventDefault: () => void }) => {
    event.preventDefault();
    const slug = slugOf(name);
    if (slug === '') {
      setWrong('A name with at least one letter a to z or digit is needed.');
      return;
    }
    try {
      const made = await createNetwork(slug, name.trim().normalize('NFC'));
      goTo({ network: made, page: 'data', id: null, query: {} });
    } catch (error) {
      const { code, message } = asFailure(error);
      setWrong(code === 'SLUG_TAKEN' ? `There is a network of that name already (${slug}).` : message);
    }
  };
  return (
    <form className="below narrow-form" onSubmit={(event) => void begin(event)} noValidate>
      <div className="field">
        <label htmlFor="new-network">Begin a network</label>
        <input
          id="new-network"
          className="input"
          placeholder="Its name"
          value={name}
          aria-invalid={wrong !== '' || undefined}
          aria-describedby={wrong === '' ? undefined : 'new-network-wrong'}
          onChange={(event) => setName(event.target.value)}
        />
        {wrong !== '' && (
          <p className="wrong" id="new-network-wrong" role="alert">
            {wrong}
          </p>
        )}
      </div>
      <button type="submit" className="button">
        Begin the network
      </button>
    </form>
  );
}

/** "Harbour County" → "harbour-county" */
function slugOf(name: string): string {
  return searched(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80);
}
