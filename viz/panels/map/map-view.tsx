import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { spokenNode } from '#viz/a11y/spoken-node.ts';
import type { MapViewProps } from '#viz/panels/map/map-view-props.ts';
import { mapKey } from '#viz/panels/map/map-key-strokes.ts';
import { BasePicture, HoverPicture, NamesPicture, SpotPicture } from '#viz/panels/map/pictures.tsx';
import { MapTip } from '#viz/panels/map/map-tip.tsx';
import { useGestures } from '#viz/panels/map/use-gestures.ts';
import { centredOn, inFrame, nodeUnder, shiftOf } from '#viz/scene/camera.ts';

const keysSaid =
  'Arrow keys walk to the nearest partner, with Shift to any organization; Enter opens it; plus and minus enlarge; ' +
  'Escape clears. The table shows the same.';

/** The map in the browser: the scene as SVG, moved and walked; everything it shows is spoken as well. */
export function MapView(props: MapViewProps) {
  const { index, scene, spotlight, camera, onCamera } = props;
  const frame = useRef<SVGSVGElement | null>(null);
  const [hovered, setHovered] = useState(-1);
  const [cursor, setCursor] = useState(-1);
  const help = useId();
  const shift = useMemo(() => shiftOf(camera, scene), [camera, scene]);
  const under = (x: number, y: number): number =>
    nodeUnder(scene.places, shift, x * scene.width, y * scene.height, 14);
  useGestures(frame, {
    camera,
    onCamera,
    onPoint: (place) => setHovered(place === null ? -1 : under(place.x, place.y)),
    onPick: ({ x, y }) => (under(x, y) >= 0 ? props.onChoose(under(x, y)) : props.onClear()),
  });
  const stand = (node: number) => {
    setCursor(node);
    const x = scene.places.x[node] ?? 0;
    const y = scene.places.y[node] ?? 0;
    if (!inFrame(shift, x, y, scene)) onCamera(centredOn(camera, x, y, scene));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mapKey(event, { ...props, cursor, stand })) event.preventDefault();
  };
  const pointed = hovered >= 0 ? hovered : cursor;
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
      <svg
        ref={frame}
        viewBox={`0 0 ${scene.width} ${scene.height}`}
        className={hovered >= 0 ? 'pointing' : camera.zoom > 1.001 ? 'near' : 'far'}
        aria-hidden="true"
      >
        <g transform={`translate(${shift.dx} ${shift.dy}) scale(${shift.zoom})`}>
          <BasePicture scene={scene} grey={spotlight !== null} />
          {spotlight !== null && <SpotPicture index={index} scene={scene} spotlight={spotlight} />}
          {pointed >= 0 && <HoverPicture index={index} scene={scene} node={pointed} />}
        </g>
        <NamesPicture index={index} scene={scene} spotlight={spotlight} camera={camera} />
      </svg>
      {pointed >= 0 && <MapTip index={index} scene={scene} shift={shift} node={pointed} />}
      <p className="spoken" role="status">
        {cursor >= 0 ? spokenNode(index, cursor) : (spotlight?.caption ?? '')}
      </p>
    </div>
  );
}
