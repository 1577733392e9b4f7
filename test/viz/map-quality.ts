import { insidePolygon } from '#viz/scene/hull.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Point } from '#viz/scene/scene.ts';

/** Where a layout has put everybody, with the hulls of the groups. */
export interface Laid {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly groups: readonly { readonly hull: readonly Point[] }[];
}

/** Organizations inside the hull of a group that is not theirs. */
export function inForeignHulls(input: MapInput, { x, y, groups }: Laid): number {
  return input.nodes.filter(({ group }, i) =>
    groups.some(({ hull }, g) => g !== group && insidePolygon(hull, x[i]!, y[i]!)),
  ).length;
}

/** Of the 10 nearest of every organization in a group, the share that is in the same group (or all it has). */
export function trust(input: MapInput, { x, y }: Laid): number {
  const inside = input.nodes.flatMap(({ group }, i) => (group >= 0 ? [i] : []));
  let same = 0;
  let asked = 0;
  for (const i of inside) {
    const { group } = input.nodes[i]!;
    const few = Math.min(10, input.groups[group]!.members.length - 1);
    asked += few;
    const away = (j: number): number => (x[i]! - x[j]!) ** 2 + (y[i]! - y[j]!) ** 2;
    const nearest = inside.filter((j) => j !== i).sort((p, q) => away(p) - away(q));
    same += nearest.slice(0, few).filter((j) => input.nodes[j]!.group === group).length;
  }
  return same / asked;
}
