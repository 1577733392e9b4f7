import { useCallback, useMemo } from 'react';
import { readNetwork, type NetworkView } from '#viz/client/networks.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Failed, Loading } from '#viz/components/states.tsx';
import { mapIndex } from '#viz/findings/map-index.ts';
import { BridgeBuildersPage } from '#viz/pages/bridge-builders-page.tsx';
import { FindingsPage } from '#viz/pages/findings-page.tsx';
import { MapPage } from '#viz/pages/map-page.tsx';
import { OrganizationPage } from '#viz/pages/organization-page.tsx';
import { OrganizationsPage } from '#viz/pages/organizations-page.tsx';
import { SectorsPage } from '#viz/pages/sectors-page.tsx';
import { SilosPage } from '#viz/pages/silos-page.tsx';
import { Bar } from '#viz/panels/bar.tsx';
import { Search } from '#viz/panels/search.tsx';
import { useOnline } from '#viz/state/use-online.ts';
import { keptQuery } from '#viz/state/address.ts';
import type { NetworkAddress, Shown } from '#viz/state/shown.ts';

/** The pages of one network: read once for each lens, then every page is a reading of the same document. */
export function NetworkPages({ address }: { readonly address: NetworkAddress }) {
  const { network } = address;
  const asked = JSON.stringify(keptQuery(address.query));
  const load = useCallback(
    (signal: AbortSignal) => readNetwork(network, JSON.parse(asked) as Record<string, string>, signal),
    [network, asked],
  );
  const loaded = useLoaded<NetworkView>(`${network}?${asked}`, load);
  const online = useOnline();
  const view = loaded.state === 'ready' ? loaded.value : null;
  const index = useMemo(() => (view === null ? null : mapIndex(view)), [view]);
  return (
    <>
      <Bar
        address={address}
        {...(view === null ? {} : { name: view.name })}
        search={index === null ? null : <Search index={index} address={address} />}
      />
      {!online && (
        <p className="offline" role="status">
          Not connected. What is shown was read before.
        </p>
      )}
      {view !== null && index !== null ? (
        <Page view={view} index={index} address={address} />
      ) : (
        <main id="main" className="page">
          {loaded.state === 'failed' ? (
            <Failed {...loaded} />
          ) : (
            <Loading what="Reading the network and its findings …" />
          )}
        </main>
      )}
    </>
  );
}

function Page(shown: Shown) {
  const { page, id } = shown.address;
  switch (page) {
    case 'findings':
      return <FindingsPage {...shown} />;
    case 'map':
      return <MapPage {...shown} />;
    case 'organizations':
      return id === null ? <OrganizationsPage {...shown} /> : <OrganizationPage {...shown} id={id} />;
    case 'silos':
      return <SilosPage {...shown} />;
    case 'bridge-builders':
      return <BridgeBuildersPage {...shown} />;
    case 'sectors':
      return <SectorsPage {...shown} />;
  }
}
