import { useEffect } from 'react';
import { listNetworks } from '#viz/client/networks.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Link } from '#viz/components/link.tsx';
import { Failed, Loading } from '#viz/components/states.tsx';
import { Bar } from '#viz/panels/bar.tsx';
import type { NetworkAddress } from '#viz/state/shown.ts';
import { goTo, useAddress } from '#viz/state/navigation.ts';
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
              <p className="lead">
                Import organizations and their ties with “weft import FILE --network NAME”, then come back.
              </p>
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
          </>
        )}
      </main>
    </>
  );
}
