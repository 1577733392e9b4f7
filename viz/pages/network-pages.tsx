import { lazy, Suspense, useCallback } from 'react';
import { useLive, useSeen } from '#viz/client/live.ts';
import { readNetwork } from '#viz/client/networks.ts';
import type { StoredNetwork } from '#viz/client/stored.ts';
import { useLoaded } from '#viz/client/use-loaded.ts';
import { Caught } from '#viz/components/caught.tsx';
import { Failed, Loading } from '#viz/components/states.tsx';
import { ViewPages } from '#viz/pages/view-pages.tsx';
import { ActsStrip } from '#viz/panels/acts-strip.tsx';
import { Bar } from '#viz/panels/bar.tsx';
import { Search } from '#viz/panels/search.tsx';
import { useOnline } from '#viz/state/use-online.ts';
import type { Base, NetworkAddress } from '#viz/state/shown.ts';

const WorkPages = lazy(async () => ({ default: (await import('#viz/pages/work-pages.tsx')).WorkPages }));
const viewed = new Set(['findings', 'map', 'silos', 'bridge-builders', 'sectors', 'convene']);

/** Whether a page shows findings, or records. */
function isViewed({ page, id }: NetworkAddress): boolean {
  return viewed.has(page) || (page === 'organizations' && id !== 'new');
}

/** The pages of one network; all follow its change feed, so that what somebody else changes is seen at once. */
export function NetworkPages({ address }: { readonly address: NetworkAddress }) {
  const { network } = address;
  const { head, away } = useLive(network);
  const online = useOnline();
  const load = useCallback((signal: AbortSignal) => readNetwork(network, signal), [network]);
  const loaded = useLoaded<StoredNetwork>(network, load, head);
  const stored = loaded.state === 'ready' ? loaded.value : null;
  useSeen(network, stored?.head);
  const base: Base | null = stored && { address, network: stored, head: Math.max(head, stored.head) };
  return (
    <>
      <Bar
        address={address}
        {...(stored === null ? {} : { name: stored.name })}
        search={base === null ? null : <Search {...base} />}
      />
      {base !== null && <AwayLine online={online} away={away} />}
      {base === null ? (
        <main id="main" className="page">
          {loaded.state === 'failed' ? <Failed {...loaded} /> : <Loading what="Reading the network …" />}
        </main>
      ) : (
        <Caught place={JSON.stringify([address.page, address.id])}>
          <Pages {...base} />
        </Caught>
      )}
      <ActsStrip network={network} />
    </>
  );
}

function Pages(base: Base) {
  if (isViewed(base.address)) return <ViewPages {...base} />;
  return (
    <Suspense fallback={<main id="main" className="page" aria-busy="true" />}>
      <WorkPages {...base} />
    </Suspense>
  );
}

/** Says that nothing answers, while what was read stays on screen. */
function AwayLine({ online, away }: { readonly online: boolean; readonly away: boolean }) {
  if (online && !away) return null;
  return (
    <p className="offline" role="status">
      {online ? 'Weft’s server does not answer' : 'Not connected'}. What is shown was read before; it is read
      again as soon as there is an answer.
    </p>
  );
}
