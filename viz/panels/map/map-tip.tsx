import { partnersSaid } from '#viz/a11y/spoken-node.ts';
import { labelAt, type MapIndex } from '#viz/findings/map-index.ts';
import type { Shift } from '#viz/scene/camera.ts';
import type { Scene } from '#viz/scene/scene.ts';

interface MapTipProps {
  readonly index: MapIndex;
  readonly scene: Scene;
  readonly shift: Shift;
  readonly node: number;
}

/** Name and two facts of the organization under the pointer, beside its mark. */
export function MapTip({ index, scene, shift, node }: MapTipProps) {
  const { category = -1 } = index.map.nodes[node] ?? {};
  const sector = index.map.categories[category]?.name;
  const x = (shift.zoom * (scene.places.x[node] ?? 0) + shift.dx) / scene.width;
  const y = (shift.zoom * (scene.places.y[node] ?? 0) + shift.dy) / scene.height;
  return (
    <div
      className={`tip ${x > 0.6 ? 'left' : 'right'}`}
      style={{ left: `${100 * x}%`, top: `${100 * y}%` }}
      aria-hidden="true"
    >
      <strong>{labelAt(index, node)}</strong>
      <span>
        {sector === undefined ? '' : `${sector} · `}
        {partnersSaid(index, node)}
      </span>
    </div>
  );
}
