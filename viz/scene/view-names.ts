import { type Camera, shiftOf } from '#viz/scene/camera.ts';
import { drawFrameNames } from '#viz/scene/draw-names.ts';
import type { Lit } from '#viz/scene/draw-spotlight.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Layer, Scene } from '#viz/scene/scene.ts';
import type { ThemeName } from '#viz/scene/theme.ts';

/** What one looks at: the camera, what is lit, who passes the filter. */
export interface View {
  readonly theme: ThemeName;
  readonly camera: Camera;
  /** null: nothing is lit, nothing is grey. */
  readonly light: Light | null;
  /** null: nothing is filtered; else the scene is the filtered one. */
  readonly shown: ShownPart | null;
}

/** What is lit, and whom it names: must, most important first, and may where there is room. */
export interface Light extends Lit {
  readonly named: readonly number[];
  readonly beside: readonly number[];
}

/** Layers that are set anew as one comes nearer. */
export const nameLayers: ReadonlySet<Layer['name']> = new Set(['titles', 'leaders', 'labels']);

/** Titles and names as one sees them, in units of the frame. */
export function viewNames(input: MapInput, scene: Scene, view: View): readonly Layer[] {
  const { theme, camera, light, shown } = view;
  if (light === null && shown === null && camera.zoom === 1)
    return scene.layers.filter(({ name }) => nameLayers.has(name));
  const asked = { theme, shift: shiftOf(camera, scene), shown: shown?.nodes ?? null };
  const about =
    light === null
      ? { named: null, beside: null, touched: shown && nodesIn(shown) }
      : { named: light.named, beside: light.beside, touched: light.lit };
  return drawFrameNames(input, scene, { ...asked, ...about }).layers;
}

function nodesIn({ nodes }: ShownPart): readonly number[] {
  return [...nodes.keys()].filter((node) => nodes[node] === 1);
}
