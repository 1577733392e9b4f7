import type { MapInput } from '#viz/scene/picture.ts';
import type { Places, Point, Rectangle } from '#viz/scene/scene.ts';

/** A stub in the direction of another group, as wide as their ties are many. */
export interface Stub {
  readonly group: number;
  readonly ties: number;
  readonly from: Point;
  readonly to: Point;
}

export interface GroupPicture {
  readonly frame: Rectangle;
  readonly stubs: readonly Stub[];
  readonly insideTies: readonly number[];
}

/** How far stubs reach beyond the hull, as a share of its radius. */
const beyond = 0.55;

/** One group cut out of the map, with where its ties lead. */
export function groupPicture(input: MapInput, places: Places, group: number): GroupPicture {
  const { hull, x: cx, y: cy } = places.groups[group]!;
  const reach = hull.reduce((most, [x, y]) => Math.max(most, Math.hypot(x - cx, y - cy)), 0);
  const counts = new Map<number, number>();
  const insideTies: number[] = [];
  input.ties.forEach(({ a, b }, tie) => {
    const ga = input.nodes[a]!.group;
    const gb = input.nodes[b]!.group;
    if (ga === group && gb === group) insideTies.push(tie);
    else if (ga === group && gb >= 0) counts.set(gb, (counts.get(gb) ?? 0) + 1);
    else if (gb === group && ga >= 0) counts.set(ga, (counts.get(ga) ?? 0) + 1);
  });
  const stubs = [...counts].map(([other, ties]): Stub => {
    const there = places.groups[other]!;
    const angle = Math.atan2(there.y - cy, there.x - cx);
    const end = reach * (1 + beyond);
    return {
      group: other,
      ties,
      from: [cx, cy],
      to: [cx + end * Math.cos(angle), cy + end * Math.sin(angle)],
    };
  });
  const half = reach * (1 + beyond);
  return {
    frame: { x: cx - 1.2 * half, y: cy - 0.85 * half, width: 2.4 * half, height: 1.7 * half },
    stubs,
    insideTies,
  };
}
