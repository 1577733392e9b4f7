import type { Camera } from '#viz/scene/camera.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Scene, Shape } from '#viz/scene/scene.ts';
import type { ThemeName } from '#viz/scene/theme.ts';

/** A scene with what it was drawn from. */
export interface Drawing {
  readonly input: MapInput;
  readonly scene: Scene;
  readonly theme: ThemeName;
  /** Who passes the filter; null: nothing is filtered. The scene is a filtered one then (filterScene). */
  readonly shown: ShownPart | null;
}

/** Who draws the many marks of a map; names, the pointer and the keyboard are the page's. */
export interface MapRenderer {
  readonly show: (drawing: Drawing) => void;
  /** What is lit over the grey picture; null: the picture at rest. */
  readonly light: (shapes: readonly Shape[] | null) => void;
  /** What the pointer or the keyboard is on. */
  readonly point: (shapes: readonly Shape[]) => void;
  readonly look: (camera: Camera) => void;
  readonly kill: () => void;
}
