import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { spokenNode } from '#viz/a11y/spoken-node.ts';
import type { LiveCamera } from '#viz/map/live-camera.ts';
import type { MapViewProps } from '#viz/panels/map/map-view-props.ts';
import { mapKey } from '#viz/panels/map/map-key-strokes.ts';
import { NamesPicture, SvgPicture } from '#viz/panels/map/pictures.tsx';
import { MapTip } from '#viz/panels/map/map-tip.tsx';
import { useGestures } from '#viz/panels/map/use-gestures.ts';
import { useRenderer } from '#viz/panels/map/use-renderer.ts';
import { useRested } from '#viz/panels/map/use-rested.ts';
import { centredOn, inFrame, nodeUnder, shiftOf } from '#viz/scene/camera.ts';
import { drawPointed, drawSpotlight } from '#viz/scene/draw-spotlight.ts';
import type { Scene, Shape } from '#viz/scene/scene.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

const keysSaid =
  'Arrow keys walk to the nearest partner, with Shift to any organization; Enter opens it; plus and minus enlarge; ' +
  'Escape clears. The table shows the same.';
const nothing: readonly Shape[] = [];
/** A mark is hit within so many pixels of its rim: 24 in all for the smallest. */
const hitPx = 14;

/** The map in the browser: the scene by WebGL or SVG, moved and walked; everything it shows is spoken as well. */
export function MapView(props: MapViewProps) {
  const { index, scene, spotlight, shown, live } = props;
  const frame = useRef<HTMLDivElement | null>(null);
  const container = useRef<HTMLDivElement | null>(null);
  const [hovered, setHovered] = useState(-1);
  const [cursor, setCursor] = useState(-1);
  const help = useId();
  const rested = useRested(live);
  const on = hovered >= 0 ? hovered : cursor;
  const marks = useMarks(props, on);
  const kind = useRenderer(container, { ...marks, live });
  const under = (x: number, y: number): number =>
    nodeUnder(scene.places, shiftOf(live.get(), scene), x * scene.width, y * scene.height, hitPx);
  useGestures(frame, {
    live,
    onPoint: (place) => setHovered(place === null ? -1 : under(place.x, place.y)),
    onPick: ({ x, y }) => (under(x, y) >= 0 ? props.onChoose(under(x, y)) : props.onClear()),
  });
  const stand = (node: number) => {
    setCursor(node);
    bringIn(scene, live, node);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mapKey(event, { ...props, cursor, stand })) event.preventDefault();
  };
  return (
    <div
      className="map"
      role="application"
      aria-roledescription="map"
      aria-label={spotlight?.caption ?? scene.description}
      aria-describedby={help}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setCursor(-1)}
    >
      <p id={help} className="spoken">
        {keysSaid}
      </p>
      <div
        ref={frame}
        className={`frame ${hovered >= 0 ? 'pointing' : rested.zoom > 1.001 ? 'near' : 'far'}`}
        data-drawn-by={kind}
      >
        {kind === 'webgl' ? (
          <div ref={container} className="webgl" aria-hidden="true" />
        ) : (
          <SvgPicture scene={scene} live={live} lit={marks.lit} pointed={marks.pointed} />
        )}
        <NamesPicture {...{ index, scene, spotlight, shown, live, rested }} />
        {on >= 0 && <MapTip index={index} scene={scene} shift={shiftOf(rested, scene)} node={on} />}
      </div>
      <p className="spoken" role="status">
        {cursor >= 0 ? spokenNode(index, cursor) : (spotlight?.caption ?? '')}
      </p>
    </div>
  );
}

/** Moves the camera where a mark is outside the frame. */
function bringIn(scene: Scene, live: LiveCamera, node: number): void {
  const x = scene.places.x[node] ?? 0;
  const y = scene.places.y[node] ?? 0;
  if (!inFrame(shiftOf(live.get(), scene), x, y, scene)) live.set(centredOn(live.get(), x, y, scene));
}

/** What both renderers draw: the picture, what is lit over it, what the pointer or the keyboard is on. */
function useMarks({ index, scene, spotlight, shown }: MapViewProps, on: number) {
  const theme = useThemeName();
  const { map } = index;
  const drawing = useMemo(() => ({ input: map, scene, theme, shown }), [map, scene, theme, shown]);
  const lit = useMemo(
    () => spotlight && drawSpotlight(map, scene, theme, spotlight),
    [map, scene, theme, spotlight],
  );
  const pointed = useMemo(() => {
    if (on < 0) return nothing;
    const ties = (index.tiesOf[on] ?? []).filter((tie) => shown === null || shown.ties[tie] === 1);
    return drawPointed(map, scene, theme, { node: on, ties });
  }, [index, map, scene, theme, shown, on]);
  return { drawing, lit, pointed };
}
