import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { MapKey } from '#viz/panels/map/map-key.tsx';
import { MapView } from '#viz/panels/map/map-view.tsx';
import { useScene } from '#viz/panels/map/use-scene.ts';
import type { LiveCamera } from '#viz/map/live-camera.ts';
import { useAddressCamera } from '#viz/panels/map/use-address-camera.ts';
import { wholePicture, zoomedAt } from '#viz/scene/camera.ts';
import { SaveChoice } from '#viz/panels/map/save-choice.tsx';
import { filterSaid } from '#viz/state/map-filter.ts';
import type { NetworkAddress } from '#viz/state/shown.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';
import { useFilter } from '#viz/panels/map/use-filter.ts';
import { countShown, shownSpotlight } from '#viz/map/shown-part.ts';
import { MapFilters } from '#viz/panels/map/map-filters.tsx';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import { countOf } from '#viz/scene/count-of.ts';

interface MapPanelProps {
  readonly index: MapIndex;
  readonly address: NetworkAddress;
  readonly spotlight: Spotlight | null;
  /** The line above the map when nothing is lit. */
  readonly caption: string;
  /** Further controls, left of the zoom. */
  readonly tools?: ReactNode;
  readonly onChoose: (node: number) => void;
  readonly onClear: () => void;
  readonly onSteps?: (steps: number) => void;
}

/** The map with its line, controls, filters and key; camera and filter are in the address. */
export function MapPanel(props: MapPanelProps) {
  const { address } = props;
  const { scene: whole, drawn: map, error } = useScene(props.index.map);
  const index = useMemo(() => ({ ...props.index, map }), [props.index, map]);
  const { filter, setFilter, shown, scene } = useFilter(index, whole, address);
  const spotlight = useMemo(() => shownSpotlight(props.spotlight, shown), [props.spotlight, shown]);
  const live = useAddressCamera(address);
  const theme = useThemeName();
  const caption = spotlight?.caption ?? (shown === null ? props.caption : filteredSaid(index, shown));
  const drawn =
    scene === null ? (
      <div className="map empty" role="status">
        <p className="waiting">{error ?? 'Drawing the map …'}</p>
      </div>
    ) : (
      <MapView
        index={index}
        scene={scene}
        spotlight={spotlight}
        shown={shown}
        live={live}
        onChoose={props.onChoose}
        onClear={props.onClear}
        {...(props.onSteps === undefined ? {} : { onSteps: props.onSteps })}
      />
    );
  return (
    <figure className="map-panel">
      <div className="map-bar">
        <figcaption>{caption}</figcaption>
        {props.tools}
        {whole !== null && scene !== null && (
          <SaveChoice
            address={address}
            looked={() => {
              const said = [caption, filterSaid(filter)].filter(
                (line): line is string => line !== null && line !== '',
              );
              return { index, scene, whole, spotlight, shown, camera: live.get(), theme, said };
            }}
          />
        )}
        <ZoomSegment live={live} />
      </div>
      {drawn}
      <MapFilters address={address} facets={index.facets} filter={filter} onFilter={setFilter} />
      <MapKey
        map={index.map}
        spotlight={spotlight}
        sectors={filter.sectors}
        onSectors={(sectors) => setFilter({ ...filter, sectors })}
      />
    </figure>
  );
}

function ZoomSegment({ live }: { readonly live: LiveCamera }) {
  return (
    <div className="segment" role="group" aria-label="Enlarge the map">
      <button type="button" aria-label="Nearer" onClick={() => live.set(zoomedAt(live.get(), 1.5, 0.5, 0.5))}>
        +
      </button>
      <button
        type="button"
        aria-label="Farther"
        onClick={() => live.set(zoomedAt(live.get(), 1 / 1.5, 0.5, 0.5))}
      >
        −
      </button>
      <button type="button" onClick={() => live.set(wholePicture)}>
        Fit
      </button>
    </div>
  );
}

function filteredSaid({ map }: MapIndex, { nodes, ties }: ShownPart): string {
  return `${countShown(nodes)} of ${map.nodes.length} organizations, ${countOf(countShown(ties), 'tie')} between them.`;
}
