import type { LiveCamera } from '#viz/map/live-camera.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** What a map on screen needs, whoever draws it. */
export interface MapViewProps {
  readonly index: MapIndex;
  readonly scene: Scene;
  readonly spotlight: Spotlight | null;
  /** Who passes the filter; the scene is the filtered one then. */
  readonly shown: ShownPart | null;
  readonly live: LiveCamera;
  /** An organization was chosen. */
  readonly onChoose: (node: number) => void;
  readonly onClear: () => void;
  readonly onSteps?: (steps: number) => void;
}
