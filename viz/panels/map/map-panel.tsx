import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { MapKey } from '#viz/panels/map/map-key.tsx';
import { MapView } from '#viz/panels/map/map-view.tsx';
import { useScene } from '#viz/panels/map/use-scene.ts';
import { useAddressCamera } from '#viz/panels/map/use-address-camera.ts';
import { wholePicture, zoomedAt } from '#viz/scene/camera.ts';
import type { Address } from '#viz/state/address.ts';

interface MapPanelProps {
  readonly index: MapIndex;
  readonly address: Address;
  readonly spotlight: Spotlight | null;
  /** The line above the map when nothing is lit. */
  readonly caption: ReactNode;
  /** Further controls, left of the zoom. */
  readonly tools?: ReactNode;
  readonly onChoose: (node: number) => void;
  readonly onClear: () => void;
  readonly onSteps?: (steps: number) => void;
}

/** The map with its line, controls and key; its camera is in the address. */
export function MapPanel(props: MapPanelProps) {
  const { address, spotlight } = props;
  const { scene, drawn: map, error } = useScene(props.index.map);
  const index = useMemo(() => ({ ...props.index, map }), [props.index, map]);
  const live = useAddressCamera(address);
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
        live={live}
        onChoose={props.onChoose}
        onClear={props.onClear}
        {...(props.onSteps === undefined ? {} : { onSteps: props.onSteps })}
      />
    );
  return (
    <figure className="map-panel">
      <div className="map-bar">
        <figcaption>{spotlight?.caption ?? props.caption}</figcaption>
        {props.tools}
        <div className="segment" role="group" aria-label="Enlarge the map">
          <button
            type="button"
            aria-label="Nearer"
            onClick={() => live.set(zoomedAt(live.get(), 1.5, 0.5, 0.5))}
          >
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
      </div>
      {drawn}
      <MapKey map={index.map} spotlight={spotlight} />
    </figure>
  );
}
