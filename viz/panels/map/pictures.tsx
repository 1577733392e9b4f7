import { memo, useEffect, useMemo, useRef } from 'react';
import { afterDrawing, type LiveCamera } from '#viz/map/live-camera.ts';
import type { Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { Items, SceneLayer } from '#viz/panels/map/scene-items.tsx';
import { type Camera, shiftOf } from '#viz/scene/camera.ts';
import type { ShownPart } from '#viz/scene/filter-scene.ts';
import type { Scene, Shape } from '#viz/scene/scene.ts';
import { nameLayers, viewNames } from '#viz/scene/view-names.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

/** Everything that moves with the camera and depends on nothing else. */
const BasePicture = memo(function BasePicture({
  scene,
  grey,
}: {
  readonly scene: Scene;
  readonly grey: boolean;
}) {
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

interface SvgPictureProps {
  readonly scene: Scene;
  readonly lit: readonly Shape[] | null;
  readonly pointed: readonly Shape[];
  readonly live: LiveCamera;
}

/** The map without WebGL: the same scene as SVG. */
export function SvgPicture({ scene, lit, pointed, live }: SvgPictureProps) {
  const moving = useRef<SVGGElement | null>(null);
  useEffect(() => {
    const move = (camera: Camera) => {
      const { zoom, dx, dy } = shiftOf(camera, scene);
      moving.current?.setAttribute('transform', `translate(${dx} ${dy}) scale(${zoom})`);
    };
    move(live.get());
    return live.listen(move);
  }, [live, scene]);
  return (
    <svg className="marks" viewBox={`0 0 ${scene.width} ${scene.height}`} aria-hidden="true">
      <g ref={moving}>
        <BasePicture scene={scene} grey={lit !== null} />
        {lit !== null && (
          <g className="lit">
            <Items items={lit} />
          </g>
        )}
        <g className="hovered">
          <Items items={pointed} />
        </g>
      </g>
    </svg>
  );
}

interface NamesProps {
  readonly index: MapIndex;
  readonly scene: Scene;
  readonly spotlight: Spotlight | null;
  readonly shown: ShownPart | null;
  readonly live: LiveCamera;
  /** The camera at its last rest. */
  readonly rested: Camera;
}

/**
 * Titles and names, of their own size on the frame. While one moves they move along; at rest they are placed anew, so
 * that no name lies on another.
 */
export function NamesPicture({ index, scene, spotlight, shown, live, rested }: NamesProps) {
  const theme = useThemeName();
  const moving = useRef<SVGSVGElement | null>(null);
  const layers = useMemo(
    () => viewNames(index.map, scene, { theme, camera: rested, light: spotlight, shown }),
    [index, scene, theme, spotlight, shown, rested],
  );
  useEffect(() => {
    const move = (camera: Camera) => {
      const from = shiftOf(rested, scene);
      const to = shiftOf(camera, scene);
      const ratio = to.zoom / from.zoom;
      const x = (100 * (to.dx - ratio * from.dx)) / scene.width;
      const y = (100 * (to.dy - ratio * from.dy)) / scene.height;
      const still = ratio === 1 && x === 0 && y === 0;
      if (moving.current)
        moving.current.style.transform = still ? '' : `translate(${x}%,${y}%) scale(${ratio})`;
    };
    move(live.get());
    return afterDrawing(live, move);
  }, [live, rested, scene]);
  return (
    <svg ref={moving} className="names" viewBox={`0 0 ${scene.width} ${scene.height}`} aria-hidden="true">
      {layers.map((layer) => (
        <SceneLayer key={layer.name} layer={layer} />
      ))}
    </svg>
  );
}
