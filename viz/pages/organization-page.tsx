import { useMemo } from 'react';
import { Link } from '#viz/components/link.tsx';
import { Nothing } from '#viz/components/states.tsx';
import { focusSpotlight } from '#viz/findings/focus-spotlight.ts';
import { nodeAt } from '#viz/findings/map-index.ts';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { ProfileWords } from '#viz/panels/profile/profile-words.tsx';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, pageAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** One organization: its profile in words, and the map with all within 1, 2 or 3 steps of it. */
export function OrganizationPage({ id, ...shown }: Shown & { readonly id: string }) {
  const { view, index, address } = shown;
  const node = nodeAt(index, id);
  const name = index.map.nodes[node]?.label ?? id;
  const steps = parseSteps(address.query.steps);
  const row = view.analysis.bridgeBuilders?.find((one) => one.id === id);
  const spotlight = useMemo(() => {
    if (node < 0) return null;
    const ends = row?.backup ? ([nodeAt(index, row.backup.a), nodeAt(index, row.backup.b)] as const) : null;
    return focusSpotlight(
      index,
      node,
      steps,
      steps === 1 && ends !== null && ends.every((end) => end >= 0) ? ends : null,
    );
  }, [index, node, steps, row]);
  useTitle(name, view.name);
  if (node < 0) {
    return (
      <main id="main" className="page">
        <Nothing heading="No such organization">
          With this lens the network has no organization “{id}”.{' '}
          <Link to={pageAddress(address, 'organizations')}>All organizations</Link>
        </Nothing>
      </main>
    );
  }
  const toSteps = (count: number) => goTo(withQuery(address, { steps: count === 1 ? null : String(count) }));
  return (
    <main id="main" className="beside">
      <ProfileWords shown={shown} node={node} row={row} />
      <section className="view" aria-label="Map">
        <MapPanel
          index={index}
          address={address}
          spotlight={spotlight}
          caption=""
          tools={<Steps steps={steps} onSteps={toSteps} />}
          onSteps={toSteps}
          onChoose={(other) => goTo(organizationAddress(address, index.map.nodes[other]?.id ?? ''))}
          onClear={() => goTo(pageAddress(address, 'map'))}
        />
      </section>
    </main>
  );
}

function parseSteps(text: string | undefined): number {
  return text === '2' ? 2 : text === '3' ? 3 : 1;
}

function Steps({ steps, onSteps }: { readonly steps: number; readonly onSteps: (steps: number) => void }) {
  return (
    <>
      <span className="muted" id="steps-label">
        Steps
      </span>
      <div className="segment" role="group" aria-labelledby="steps-label">
        {[1, 2, 3].map((count) => (
          <button key={count} type="button" aria-pressed={steps === count} onClick={() => onSteps(count)}>
            {count}
          </button>
        ))}
      </div>
    </>
  );
}
