import { lazy, Suspense, useCallback, useMemo } from 'react';
import { readView, type NetworkView } from '#viz/client/networks.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Failed, Loading } from '#viz/components/states.tsx';
import { mapIndex } from '#viz/findings/map-index.ts';
import { FindingsPage } from '#viz/pages/findings-page.tsx';
import { MapPage } from '#viz/pages/map-page.tsx';
import { Tour } from '#viz/panels/tour.tsx';
import { keptQuery } from '#viz/state/address.ts';
import type { Base, Shown } from '#viz/state/shown.ts';

const BridgeBuildersPage = lazy(async () => ({
  default: (await import('#viz/pages/bridge-builders-page.tsx')).BridgeBuildersPage,
}));
const OrganizationPage = lazy(async () => ({
  default: (await import('#viz/pages/organization-page.tsx')).OrganizationPage,
}));
const OrganizationsPage = lazy(async () => ({
  default: (await import('#viz/pages/organizations-page.tsx')).OrganizationsPage,
}));
const SectorsPage = lazy(async () => ({
  default: (await import('#viz/pages/sectors-page.tsx')).SectorsPage,
}));
const SilosPage = lazy(async () => ({ default: (await import('#viz/pages/silos-page.tsx')).SilosPage }));
const ConvenePage = lazy(async () => ({
  default: (await import('#viz/pages/convene-page.tsx')).ConvenePage,
}));
const EmptyPage = lazy(async () => ({ default: (await import('#viz/pages/empty-page.tsx')).EmptyPage }));

/** Pages of findings: read once for each lens and revision, then every page is a reading of the same document. */
export function ViewPages(base: Base) {
  const { address, network, head } = base;
  const { slug, name } = network;
  const asked = JSON.stringify(keptQuery(address.query));
  const load = useCallback(
    (signal: AbortSignal) => readView({ slug, name }, JSON.parse(asked) as Record<string, string>, signal),
    [slug, name, asked],
  );
  const loaded = useLoaded<NetworkView>(`${slug}?${asked}`, load, head);
  const view = loaded.state === 'ready' ? loaded.value : null;
  const index = useMemo(() => (view === null ? null : mapIndex(view)), [view]);
  if (view === null || index === null) {
    return (
      <main id="main" className="page">
        {loaded.state === 'failed' ? (
          <Failed {...loaded} />
        ) : (
          <Loading what="Reading the network and its findings …" />
        )}
      </main>
    );
  }
  return (
    <>
      {address.page === 'findings' && <Tour />}
      {loaded.state === 'ready' && loaded.stale && (
        <p className="spoken" role="status">
          The network was changed; its findings are computed anew.
        </p>
      )}
      <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
        <Page {...base} view={view} index={index} />
      </Suspense>
    </>
  );
}

function Page(shown: Shown) {
  const { page, id } = shown.address;
  if (shown.view.analysis.organizations.length === 0 && shown.address.query.lens === undefined && id === null)
    return <EmptyPage {...shown} />;
  switch (page) {
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
    case 'convene':
      return <ConvenePage {...shown} />;
    default:
      return <FindingsPage {...shown} />;
  }
}
