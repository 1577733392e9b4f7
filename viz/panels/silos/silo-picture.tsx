import { memo, useMemo } from 'react';
import type { MapIndex } from '#viz/findings/map-index.ts';
import type { SiloView } from '#viz/findings/silo-finding.ts';
import { Items } from '#viz/panels/map/scene-items.tsx';
import { drawMark } from '#viz/scene/draw-mark.ts';
import { groupPicture } from '#viz/scene/group-picture.ts';
import { linePath, polygonPath } from '#viz/scene/path-data.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { styleOf } from '#viz/scene/style.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

interface SiloPictureProps {
  readonly index: MapIndex;
  readonly scene: Scene | null;
  readonly one: SiloView;
}

/** The group as it lies on the map, and a strand in the direction of each other group; width: ties. */
export const SiloPicture = memo(function SiloPicture({ index, scene, one }: SiloPictureProps) {
  if (scene === null || one.group < 0) return <div className="silo-picture" />;
  return <Drawn index={index} scene={scene} one={one} />;
});

function Drawn({ index, scene, one }: SiloPictureProps & { readonly scene: Scene }) {
  const { map } = index;
  const { places } = scene;
  const theme = useThemeName();
  const style = useMemo(() => styleOf(scene, theme, map.groups.length), [scene, theme, map]);
  const { frame, stubs, insideTies } = useMemo(
    () => groupPicture(map, places, one.group),
    [map, places, one.group],
  );
  const marks = one.members.flatMap((node) =>
    drawMark(
      { category: map.nodes[node]?.category ?? -1, hollow: map.nodes[node]?.hollow ?? false, name: '' },
      places.x[node] ?? 0,
      places.y[node] ?? 0,
      places.radius[node] ?? 0,
      style,
    ),
  );
  const lines = insideTies.flatMap((tie) => {
    const ends = map.ties[tie];
    if (ends === undefined) return [];
    const at = (node: number) => [places.x[node] ?? 0, places.y[node] ?? 0] as const;
    return [linePath([at(ends.a), at(ends.b)])];
  });
  return (
    <svg
      className="silo-picture"
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      aria-hidden="true"
    >
      {stubs.map(({ group, ties, from, to }) => (
        <path
          key={group}
          d={linePath([from, to])}
          stroke="var(--strand)"
          strokeWidth={Math.min(14, 1 + 0.8 * ties)}
        />
      ))}
      <path
        d={polygonPath(places.groups[one.group]?.hull ?? [])}
        fill="var(--hull)"
        stroke={style.theme.hullLine}
      />
      <path d={lines.join('')} fill="none" stroke={style.theme.tie} strokeWidth="0.8" />
      <Items items={marks} />
    </svg>
  );
}
