import { type ComponentType, lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { cancelJob, type JobBody } from '#viz/client/jobs.ts';
import { readView, type NetworkView } from '#viz/client/networks.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Failed, Loading } from '#viz/components/states.tsx';
import { WorkLine } from '#viz/components/work-line.tsx';
import { mapIndex } from '#viz/findings/map-index.ts';
import { FindingsPage } from '#viz/pages/findings-page.tsx';
import { MapPage } from '#viz/pages/map-page.tsx';
import { Tour } from '#viz/panels/tour.tsx';
import { keptQuery, type PageName } from '#viz/state/address.ts';
import { useLate } from '#viz/state/use-late.ts';
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
const ComparePage = lazy(async () => ({
  default: (await import('#viz/pages/compare-page.tsx')).ComparePage,
}));
const WorkPages = lazy(async () => ({ default: (await import('#viz/pages/work-pages.tsx')).WorkPages }));
const EmptyPage = lazy(async () => ({ default: (await import('#viz/pages/empty-page.tsx')).EmptyPage }));

/** Pages of findings: read once for each lens and revision, then every page is a reading of the same document. */
export function ViewPages(base: Base) {
  const { address, network, head } = base;
  const { slug, name } = network;
  const asked = JSON.stringify(keptQuery(address.query));
  const [job, setJob] = useState<JobBody | null>(null);
  const load = useCallback(
    (signal: AbortSignal) => {
      setJob(null);
      return readView({ slug, name }, JSON.parse(asked) as Record<string, string>, signal, setJob);
    },
    [slug, name, asked],
  );
  const loaded = useLoaded<NetworkView>(`${slug}?${asked}`, load, head);
  const view = loaded.state === 'ready' ? loaded.value : null;
  const index = useMemo(() => (view === null ? null : mapIndex(view)), [view]);
  const late = useLate(loaded.state === 'loading', lateMs);
  if (view === null || index === null) {
    if (late && address.page === 'organizations') return <Meanwhile {...base} />;
    return (
      <main id="main" className="page">
        {loaded.state === 'failed' ? <Failed {...loaded} /> : <Computing job={job} />}
      </main>
    );
  }
  return (
    <>
      {address.page === 'findings' && <Tour />}
      {loaded.state === 'ready' && loaded.stale && (
        <p className="offline" role="status">
          The network was changed. Its findings are computed anew; these are of before.
        </p>
      )}
      <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
        <Page {...base} view={view} index={index} />
      </Suspense>
    </>
  );
}

/** While the view is read; once it takes longer, how far the work is, and a way to end it. */
function Computing({ job }: { readonly job: JobBody | null }) {
  if (job === null) return <Loading what="Reading the network and its findings …" />;
  return (
    <div className="state">
      <p className="lead">The findings of this network are being computed.</p>
      <WorkLine work={{ state: 'working', job }} what="Findings" onCancel={() => void cancelJob(job.id)} />
    </div>
  );
}

/** After so long a page of records is shown without its findings. */
const lateMs = 1_500;

/** What is recorded of organizations, while findings about them are computed. */
function Meanwhile(base: Base) {
  return (
    <>
      <p className="offline" role="status">
        Findings are being computed; partners and groups follow.
      </p>
      <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
        <WorkPages {...base} />
      </Suspense>
    </>
  );
}

const pages: Partial<Record<PageName, ComponentType<Shown>>> = {
  map: MapPage,
  organizations: OrganizationsPage,
  silos: SilosPage,
  'bridge-builders': BridgeBuildersPage,
  sectors: SectorsPage,
  convene: ConvenePage,
};

function Page(shown: Shown) {
  const { page, id, query } = shown.address;
  if (shown.view.analysis.organizations.length === 0 && query.lens === undefined && id === null)
    return <EmptyPage {...shown} />;
  if (page === 'organizations' && id !== null) return <OrganizationPage {...shown} id={id} />;
  if (page === 'map' && query.compare !== undefined) return <ComparePage {...shown} />;
  const Shows = pages[page] ?? FindingsPage;
  return <Shows {...shown} />;
}
