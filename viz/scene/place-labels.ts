import { insidePolygon, toSegment } from '#viz/scene/hull.ts';
import type { LabelPlace, Point, Rectangle, StrandPlace } from '#viz/scene/scene.ts';
import type { TextBlock } from '#viz/scene/wrap-text.ts';

/** A name that wants a place. */
export interface Wish {
  readonly node: number;
  /** The same name in one line or two, most liked first. */
  readonly blocks: readonly TextBlock[];
  /** Must be named: may take a leader line, and as a last resort cover a mark. */
  readonly must: boolean;
  /** −1 or 1: the side on which the layout kept room; 0: none. */
  readonly side: number;
}

export interface PlacedLabel extends LabelPlace {
  readonly block: TextBlock;
  /** From the mark's rim to the name, when it stands apart. */
  readonly leader: readonly [Point, Point] | null;
}

interface Obstacles {
  readonly frame: Rectangle;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly reach: Float64Array;
  readonly titles: readonly Rectangle[];
  readonly strands: readonly StrandPlace[];
  readonly hulls: readonly (readonly Point[])[];
  readonly mm: number;
}

/** Where a name may touch its mark: right, left, above, below, then the corners. */
const around: readonly Point[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [0.8, -0.6],
  [0.8, 0.6],
  [-0.8, -0.6],
  [-0.8, 0.6],
];
const outward: readonly Point[] = [
  ...around,
  [0.4472, -0.8944],
  [-0.4472, -0.8944],
  [0.4472, 0.8944],
  [-0.4472, 0.8944],
  [0.9487, -0.3162],
  [-0.9487, -0.3162],
  [0.9487, 0.3162],
  [-0.9487, 0.3162],
];

/**
 * Places names greedily, most important first: eight positions at the mark, then (for those that must be named) a
 * leader line to the nearest free place. No name lies on another or on a group's title; names that need not be shown
 * are left out rather than laid on a mark or a strand.
 *
 * Cost  O(wishes · positions · (marks nearby + strands))
 */
export function placeLabels(wishes: readonly Wish[], obstacles: Obstacles): readonly PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    let best: PlacedLabel | null = null;
    let least = Infinity;
    for (const { label, cost } of positions(wish, obstacles)) {
      if (cost >= least) continue;
      const total = cost + trouble(label, wish, obstacles, placed, least - cost);
      if (total < least) {
        least = total;
        best = label;
      }
    }
    if (best && (wish.must || least < 6))
      placed.push({ ...best, covers: covered(best, wish.node, obstacles) });
  }
  return placed;
}

interface Position {
  readonly label: PlacedLabel;
  readonly cost: number;
}

function* positions(wish: Wish, { x, y, reach, mm }: Obstacles): Generator<Position> {
  const { node } = wish;
  const cx = x[node]!;
  const cy = y[node]!;
  for (const [second, block] of wish.blocks.entries()) {
    for (const [at, [dx, dy]] of around.entries()) {
      const box = boxAt(block, cx, cy, dx, dy, reach[node]! + 0.45 * mm);
      const liked = wish.side !== 0 && dx === wish.side ? 0 : 0.3 + 0.15 * at;
      yield { label: { ...box, node, covers: 0, block, leader: null }, cost: liked + 0.5 * second };
    }
  }
  if (!wish.must) return;
  for (const [second, block] of wish.blocks.entries()) {
    for (let step = 1; step <= 14; step++) {
      for (const [dx, dy] of outward) {
        const distance = reach[node]! + step * 2.4 * mm;
        const box = boxAt(block, cx, cy, dx, dy, distance);
        const from: Point = [cx + dx * reach[node]!, cy + dy * reach[node]!];
        const leader: readonly [Point, Point] = [from, nearestOf(box, from)];
        yield { label: { ...box, node, covers: 0, block, leader }, cost: 3 + 0.55 * step + 0.4 * second };
      }
    }
  }
}

/** The box whose nearest side (or corner) is `distance` away in a direction. */
function boxAt(
  block: TextBlock,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
  distance: number,
): Rectangle {
  const { width, height } = block;
  const px = cx + dx * distance;
  const py = cy + dy * distance;
  const left = dx > 0.3 ? px : dx < -0.3 ? px - width : px - width / 2;
  const top = dy > 0.7 ? py : dy < -0.7 ? py - height : py - height / 2 + (dy * height) / 2;
  return { x: left, y: top, width, height };
}

const nearestOf = ({ x, y, width, height }: Rectangle, [px, py]: Point): Point => [
  Math.max(x, Math.min(x + width, px)),
  Math.max(y, Math.min(y + height, py)),
];

function trouble(
  label: PlacedLabel,
  wish: Wish,
  obstacles: Obstacles,
  placed: readonly PlacedLabel[],
  limit: number,
): number {
  const { frame, titles, strands, hulls, mm } = obstacles;
  const air = 0.5 * mm;
  if (!within(label, frame) || placed.some((other) => conflicts(label, other, air))) return Infinity;
  for (const title of titles) {
    if (overlaps(label, title, air) || (label.leader && crossesBox(label.leader, title))) return Infinity;
  }
  let cost = 30 * covered(label, wish.node, obstacles);
  if (cost > limit) return cost;
  if (label.leader) cost += 4 * crossedMarks(label.leader, wish.node, obstacles);
  for (const strand of strands) cost += touching(label, strand);
  for (const hull of hulls)
    cost += rim(label, hull) + abroad(label, hull, obstacles.x[wish.node]!, obstacles.y[wish.node]!);
  return cost;
}

const within = (box: Rectangle, frame: Rectangle): boolean =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

/** Whether two names, a name and a leader line, or two leader lines meet. */
function conflicts(label: PlacedLabel, other: PlacedLabel, air: number): boolean {
  if (overlaps(label, other, air)) return true;
  if (label.leader && crossesBox(label.leader, other)) return true;
  if (other.leader && crossesBox(other.leader, label)) return true;
  return label.leader !== null && other.leader !== null && crossesLine(label.leader, other.leader);
}

/** How many marks a name covers. */
function covered(box: Rectangle, node: number, { x, y, reach }: Obstacles): number {
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (i === node) continue;
    const dx = Math.max(box.x - x[i]!, 0, x[i]! - box.x - box.width);
    const dy = Math.max(box.y - y[i]!, 0, y[i]! - box.y - box.height);
    if (dx * dx + dy * dy < 0.8 * reach[i]! * reach[i]!) count++;
  }
  return count;
}

function crossedMarks([a, b]: readonly [Point, Point], node: number, { x, y, reach }: Obstacles): number {
  let count = 0;
  for (let i = 0; i < x.length; i++) {
    if (i !== node && toSegment(a, b, x[i]!, y[i]!) < reach[i]!) count++;
  }
  return count;
}

/** A name on a strand is hard to read; on its edge, less so. */
function touching(box: Rectangle, { points, width }: StrandPlace): number {
  let cost = 0;
  for (const [px, py] of points) {
    const dx = Math.max(box.x - px, 0, px - box.x - box.width);
    const dy = Math.max(box.y - py, 0, py - box.y - box.height);
    if (dx * dx + dy * dy < (width * width) / 4) cost += 2;
  }
  return Math.min(cost, 7);
}

/** A hull's line through a name. */
function rim(box: Rectangle, hull: readonly Point[]): number {
  for (let i = 0; i < hull.length; i += 2) {
    const [px, py] = hull[i]!;
    if (px > box.x && px < box.x + box.width && py > box.y && py < box.y + box.height) return 1.6;
  }
  return 0;
}

/** A name on the hull of another group reads as if it were one of its members. */
function abroad(box: Rectangle, hull: readonly Point[], x: number, y: number): number {
  const middle = box.y + box.height / 2;
  const touched = [0, 0.5, 1].some((t) => insidePolygon(hull, box.x + t * box.width, middle));
  return touched && !insidePolygon(hull, x, y) ? 14 : 0;
}

export function overlaps(a: Rectangle, b: Rectangle, air = 0): boolean {
  return (
    a.x < b.x + b.width + air &&
    b.x < a.x + a.width + air &&
    a.y < b.y + b.height + air &&
    b.y < a.y + a.height + air
  );
}

function crossesBox([[ax, ay], [bx, by]]: readonly [Point, Point], box: Rectangle): boolean {
  for (let i = 0; i <= 10; i++) {
    const x = ax + ((bx - ax) * i) / 10;
    const y = ay + ((by - ay) * i) / 10;
    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) return true;
  }
  return false;
}

function crossesLine([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const turn = (p: Point, q: Point, r: Point): number =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
