import { insidePolygon, toBorder } from '#viz/scene/hull.ts';
import type { GroupTies } from '#viz/scene/between-groups.ts';
import type { GroupPlace, Point, Rectangle, StrandPlace } from '#viz/scene/scene.ts';

interface Surroundings {
  readonly groups: readonly GroupPlace[];
  readonly titles: readonly Rectangle[];
  readonly widest: number;
  readonly mm: number;
  /** Strands keep inside it. */
  readonly box: Rectangle;
}

/** Bends tried, as a share of the length; anchors tried, across the direction, as a share of the hull's half width. */
const bends = [0, 0.1, -0.1, 0.2, -0.2, 0.32, -0.32, 0.46, -0.46, 0.62, -0.62];
const anchors = [0, 0.4, -0.4, 0.7, -0.7];
const samples = 28;

/** Width of a strand: proportional above a hair, the greatest is `widest`. */
export const strandWidth = (ties: number, greatest: number, widest: number): number =>
  widest * (0.13 + (0.87 * ties) / greatest);

/**
 * The ways of the strands: each a simple curve from border to border that passes under no name and through no foreign
 * hull as far as one bend allows, the widest first.
 *
 * Cost  O(strands · 275 · samples · groups)
 */
export function routeStrands(pairs: readonly GroupTies[], around: Surroundings): readonly StrandPlace[] {
  const greatest = pairs[0]?.ties ?? 1;
  const routed: StrandPlace[] = [];
  const extents: Rectangle[] = [];
  // A third of a hull's corners is exact enough to keep clear of it.
  const outlines = around.groups.map(({ hull }) => hull.filter((_, i) => i % 3 === 0));
  const boxes = around.groups.map(({ hull }) => bounds(hull));
  for (const { a, b, ties } of pairs) {
    const width = strandWidth(ties, greatest, around.widest);
    let best: readonly Point[] = [];
    let least = Infinity;
    for (const curve of candidates(around.groups[a]!, around.groups[b]!)) {
      if (curve.cost >= least) continue;
      const points = visible(curve.points, outlines[a]!, outlines[b]!);
      const cost =
        curve.cost +
        nuisance(points, width, a, b, around, outlines, boxes, routed, extents, least - curve.cost);
      if (cost < least) {
        least = cost;
        best = points;
      }
    }
    routed.push({ a, b, ties, width, points: best });
    extents.push(bounds(best));
  }
  return routed;
}

interface Candidate {
  readonly points: readonly Point[];
  readonly cost: number;
}

function* candidates(from: GroupPlace, to: GroupPlace): Generator<Candidate> {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
  const across: Point = [-dy / length, dx / length];
  const reachFrom = toBorder(from.hull, from.x, from.y);
  const reachTo = toBorder(to.hull, to.x, to.y);
  for (const bend of bends) {
    for (const start of anchors) {
      for (const end of anchors) {
        const a: Point = [from.x + across[0] * start * reachFrom, from.y + across[1] * start * reachFrom];
        const b: Point = [to.x + across[0] * end * reachTo, to.y + across[1] * end * reachTo];
        const c: Point = [
          (a[0] + b[0]) / 2 + across[0] * bend * length,
          (a[1] + b[1]) / 2 + across[1] * bend * length,
        ];
        yield { points: quadratic(a, c, b), cost: 9 * bend * bend + 0.25 * (start * start + end * end) };
      }
    }
  }
}

function quadratic(a: Point, c: Point, b: Point): readonly Point[] {
  return Array.from({ length: samples + 1 }, (_, i): Point => {
    const t = i / samples;
    const s = 1 - t;
    return [s * s * a[0] + 2 * s * t * c[0] + t * t * b[0], s * s * a[1] + 2 * s * t * c[1] + t * t * b[1]];
  });
}

/** The part between the two borders, cut exactly there. */
function visible(points: readonly Point[], from: readonly Point[], to: readonly Point[]): readonly Point[] {
  let first = 0;
  while (first < points.length - 1 && insidePolygon(from, ...points[first + 1]!)) first++;
  let last = points.length - 1;
  while (last > first + 1 && insidePolygon(to, ...points[last - 1]!)) last--;
  // Two hulls that touch: nothing to see between them.
  if (first + 1 >= last) return [points[first]!, points[last]!];
  const inner = points.slice(first + 1, last);
  return [cut(from, points[first]!, points[first + 1]!), ...inner, cut(to, points[last]!, points[last - 1]!)];
}

/** Where the way from inside to outside meets the border, by halving. */
function cut(hull: readonly Point[], inside: Point, outside: Point): Point {
  let a = inside;
  let b = outside;
  for (let i = 0; i < 12; i++) {
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    if (insidePolygon(hull, ...middle)) a = middle;
    else b = middle;
  }
  return a;
}

function nuisance(
  points: readonly Point[],
  width: number,
  a: number,
  b: number,
  around: Surroundings,
  outlines: readonly (readonly Point[])[],
  boxes: readonly Rectangle[],
  routed: readonly StrandPlace[],
  extents: readonly Rectangle[],
  limit: number,
): number {
  let cost = 0;
  const margin = width / 2 + 0.7 * around.mm;
  for (const [x, y] of points) {
    if (insetBy(around.box, x, y) < width / 2) cost += 4;
    for (let g = 0; g < boxes.length; g++) {
      if (toBox(around.titles[g]!, x, y) < margin) cost += 0.9;
      if (g !== a && g !== b) cost += foreign(outlines[g]!, boxes[g]!, x, y, margin);
    }
    if (cost > limit) return cost;
  }
  const reach = bounds(points);
  for (const [k, other] of routed.entries()) {
    if (cost > limit) return cost;
    if (apart(reach, extents[k]!, (width + other.width) / 2)) continue;
    cost += crossing(points, other, a, b, width);
  }
  return cost;
}

/** Under a foreign hull, or too near its border. */
function foreign(hull: readonly Point[], box: Rectangle, x: number, y: number, margin: number): number {
  if (toBox(box, x, y) > margin) return 0;
  if (insidePolygon(hull, x, y)) return 1.4;
  return toBorder(hull, x, y) < margin ? 0.6 : 0;
}

/** 1 for each crossing; near one another without crossing counts by its length. */
function crossing(points: readonly Point[], other: StrandPlace, a: number, b: number, width: number): number {
  const shared = other.a === a || other.a === b || other.b === a || other.b === b;
  const clear = (width + other.width) / 2;
  let close = 0;
  for (const [x, y] of points) {
    for (let k = 0; k < other.points.length; k += 2) {
      const dx = x - other.points[k]![0];
      const dy = y - other.points[k]![1];
      if (dx * dx + dy * dy < clear * clear) {
        close++;
        break;
      }
    }
  }
  return shared ? 0.25 * close : Math.min(1.2, 0.5 * close) + 0.1 * close;
}

function bounds(points: readonly Point[]): Rectangle {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Distance of a point to a rectangle, 0 inside. */
function toBox({ x, y, width, height }: Rectangle, px: number, py: number): number {
  const dx = Math.max(x - px, 0, px - x - width);
  const dy = Math.max(y - py, 0, py - y - height);
  return Math.sqrt(dx * dx + dy * dy);
}

/** How far inside a rectangle a point is; negative outside. */
const insetBy = ({ x, y, width, height }: Rectangle, px: number, py: number): number =>
  Math.min(px - x, x + width - px, py - y, y + height - py);

const apart = (a: Rectangle, b: Rectangle, by: number): boolean =>
  a.x > b.x + b.width + by ||
  b.x > a.x + a.width + by ||
  a.y > b.y + b.height + by ||
  b.y > a.y + a.height + by;
