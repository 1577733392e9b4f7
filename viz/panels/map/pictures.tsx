import { memo, useMemo } from 'react';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { Items, SceneLayer } from '#viz/panels/map/scene-items.tsx';
import { useSettled } from '#viz/panels/map/use-settled.ts';
import { type Camera, shiftOf } from '#viz/scene/camera.ts';
import { drawFrameNames } from '#viz/scene/draw-names.ts';
import { curve, drawSpotlight, ringPath } from '#viz/scene/draw-spotlight.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

/** Layers that are set anew as one comes nearer. */
const nameLayers = new Set(['titles', 'leaders', 'labels']);
/** So long after the last movement names are placed anew. */
const restMs = 90;

interface SceneProps {
  readonly scene: Scene;
}
interface IndexedProps extends SceneProps {
  readonly index: MapIndex;
}

/** Everything that moves with the camera and depends on nothing else. */
export const BasePicture = memo(function BasePicture({
  scene,
  grey,
}: SceneProps & { readonly grey: boolean }) {
  return (
    <g className={grey ? 'base grey' : 'base'}>
      {scene.layers
        .filter(({ name }) => !nameLayers.has(name))
        .map((layer) => (
          <SceneLayer key={layer.name} layer={layer} />
        ))}
    </g>
  );
});

/** The lit part of a finding or a focus, over the grey picture. */
export const SpotPicture = memo(function SpotPicture({
  index,
  scene,
  spotlight,
}: IndexedProps & { readonly spotlight: Spotlight }) {
  const theme = useThemeName();
  const shapes = useMemo(
    () => drawSpotlight(index.map, scene, theme, spotlight),
    [index, scene, theme, spotlight],
  );
  const { proposed, centre } = spotlight;
  return (
    <g className="lit">
      {proposed !== null && <path className="proposed" d={curve(scene, proposed[0], proposed[1])} />}
      <Items items={shapes} />
      {centre !== null && <path className="centre" d={ringPath(scene, centre, 2)} />}
    </g>
  );
});

/** One organization under the pointer or the keyboard: its ties and a ring. */
export function HoverPicture({ index, scene, node }: IndexedProps & { readonly node: number }) {
  const ties = index.tiesOf[node] ?? [];
  return (
    <g className="hovered">
      {ties.map((tie) => {
        const ends = index.map.ties[tie];
        return ends === undefined ? null : (
          <path key={tie} className="tie" d={curve(scene, ends.a, ends.b)} />
        );
      })}
      <path className="ring" d={ringPath(scene, node, 2)} />
    </g>
  );
}

interface NamesProps extends IndexedProps {
  readonly spotlight: Spotlight | null;
  readonly camera: Camera;
}

/**
 * Titles and names, of their own size on the frame. While one moves they move along; at rest they are placed anew, so
 * that no name lies on another.
 */
export function NamesPicture({ index, scene, spotlight, camera }: NamesProps) {
  const theme = useThemeName();
  const placed = useSettled(camera, restMs, camera.zoom === 1);
  const layers = useMemo(() => {
    if (spotlight === null && placed.zoom === 1)
      return scene.layers.filter(({ name }) => nameLayers.has(name));
    const asked = {
      theme,
      shift: shiftOf(placed, scene),
      named: spotlight?.named ?? null,
      beside: spotlight?.beside ?? null,
      touched: spotlight?.lit ?? null,
    };
    return drawFrameNames(index.map, scene, asked).layers;
  }, [index, scene, theme, spotlight, placed]);
  const from = shiftOf(placed, scene);
  const to = shiftOf(camera, scene);
  const ratio = to.zoom / from.zoom;
  const along = `translate(${to.dx - ratio * from.dx} ${to.dy - ratio * from.dy}) scale(${ratio})`;
  return (
    <g className="names" transform={along}>
      {layers.map((layer) => (
        <SceneLayer key={layer.name} layer={layer} />
      ))}
    </g>
  );
}
