import { polygonHull } from 'd3-polygon';
import type { Point } from '#viz/scene/scene.ts';

/** Eight directions: enough for a padded disc, since the corners are rounded afterwards. */
const compass: readonly Point[] = [
  [1, 0],
  [0.7071, 0.7071],
  [0, 1],
  [-0.7071, 0.7071],
  [-1, 0],
  [-0.7071, -0.7071],
  [0, -1],
  [0.7071, -0.7071],
];

/**
 * The outline of a group: its marks padded, their convex hull, resampled by arc length, twice cut by Chaikin.
 *
 * Input    places of the marks and what each covers; pad beyond that
 * Output   a closed convex polygon, 4 × 28 points
 */
export function groupHull(
  marks: readonly { x: number; y: number; reach: number }[],
  pad: number,
): readonly Point[] {
  const padded = marks.flatMap(({ x, y, reach }) =>
    compass.map(([cx, cy]): [number, number] => [x + cx * (reach + pad), y + cy * (reach + pad)]),
  );
  const hull = polygonHull(padded) ?? padded;
  return chaikin(chaikin(resample(hull, 28)));
}

function resample(polygon: readonly Point[], count: number): readonly Point[] {
  const closed = [...polygon, polygon[0]!];
  const lengths = closed.slice(1).map(([x, y], i) => distance(x - closed[i]![0], y - closed[i]![1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const points: Point[] = [];
  let side = 0;
  let before = 0;
  for (let k = 0; k < count; k++) {
    const target = (k * total) / count;
    while (side < lengths.length - 1 && before + lengths[side]! <= target) before += lengths[side++]!;
    const t = lengths[side]! > 0 ? (target - before) / lengths[side]! : 0;
    const [ax, ay] = closed[side]!;
    const [bx, by] = closed[side + 1]!;
    points.push([ax + t * (bx - ax), ay + t * (by - ay)]);
  }
  return points;
}

/** Cuts every corner at a quarter of its sides. */
function chaikin(points: readonly Point[]): readonly Point[] {
  return points.flatMap(([ax, ay], i): Point[] => {
    const [bx, by] = points[(i + 1) % points.length]!;
    return [
      [0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by],
      [0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by],
    ];
  });
}

/** Whether a point lies inside a polygon. */
export function insidePolygon(polygon: readonly Point[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    const [ax, ay] = polygon[i]!;
    const [bx, by] = polygon[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

/** Distance of a point to a polygon's border. */
export function toBorder(polygon: readonly Point[], x: number, y: number): number {
  let nearest = Infinity;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
    nearest = Math.min(nearest, toSegment(polygon[j]!, polygon[i]!, x, y));
  }
  return nearest;
}

export function toSegment([ax, ay]: Point, [bx, by]: Point, x: number, y: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy + 1e-12);
  const t = Math.max(0, Math.min(1, along));
  return distance(x - ax - t * dx, y - ay - t * dy);
}

const distance = (dx: number, dy: number): number => Math.sqrt(dx * dx + dy * dy);
