import { useMemo } from 'react';
import { findSpotlight } from '#viz/findings/find-spotlight.ts';
import { MapPanel } from '#viz/panels/map/map-panel.tsx';
import { withQuery } from '#viz/state/address.ts';
import { goTo } from '#viz/state/navigation.ts';
import { organizationAddress, type Shown } from '#viz/state/shown.ts';
import { useTitle } from '#viz/state/use-title.ts';

/** The map alone, at full width. */
export function MapPage({ view, index, address }: Shown) {
  useTitle('Map', view.name);
  const { finding } = address.query;
  const spotlight = useMemo(() => findSpotlight(view, index, finding), [view, index, finding]);
  return (
    <main id="main" className="page wide-map">
      <h1 className="spoken">Who works with whom in {view.name}</h1>
      <MapPanel
        index={index}
        address={address}
        spotlight={spotlight}
        caption="Who works with whom."
        onChoose={(node) => goTo(organizationAddress(address, index.map.nodes[node]?.id ?? ''))}
        onClear={() => goTo(withQuery(address, { finding: null }))}
      />
    </main>
  );
}
