import type { Random } from '#analysis/graph/random.ts';
import { nearPairs } from '#analysis/layout/near-pairs.ts';

/** The members of one group, in its own index order, and the disc they live in. */
export interface Room {
  /** Room of each mark, its ring included. */
  readonly radius: Float64Array;
  readonly ties: readonly { readonly a: number; readonly b: number; readonly strength: number }[];
  /** Towards the groups that the member reaches, length 0…1. */
  readonly pullX: Float64Array;
  readonly pullY: Float64Array;
  /** Width and height of the name to keep free beside the mark; 0: none. */
  readonly nameWidth: Float64Array;
  readonly nameHeight: Float64Array;
  readonly radiusX: number;
  readonly radiusY: number;
  /** Kept between any two marks. */
  readonly gap: number;
}

export interface Settled {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** −1: the name's room is left of the mark, 1: right, 0: it has none. */
  readonly side: Int8Array;
}

/**
 * Places the members of a group inside its disc: ties pull, nearness pushes, then marks (and the room of names) are
 * moved apart until none touches another.
 *
 * Output   positions relative to the disc's centre
 * Random   the start, from `random`
 * Cost     O(steps · (n + m)); 200 steps, fewer above 400 members
 */
export function settleMembers(room: Room, random: Random): Settled {
  const n = room.radius.length;
  const { x, y } = sunflower(room, random);
  const side = new Int8Array(n);
  const spacing = Math.sqrt((3.14159 * room.radiusX * room.radiusY) / Math.max(1, n));
  const steps = n > 400 ? 90 : 200;
  const pull = tieForces(room);
  for (let step = 0; step < steps; step++) force(room, x, y, pull, spacing, 1 - step / steps);
  for (let i = 0; i < n; i++) side[i] = room.nameWidth[i]! === 0 ? 0 : x[i]! > 0 ? -1 : 1;
  separate(room, x, y, side);
  return { x, y, side };
}

/** A sunflower's seeds: evenly spread without sines, the best tied in the middle. */
function sunflower(room: Room, random: Random): { x: Float64Array; y: Float64Array } {
  const n = room.radius.length;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  const degree = new Float64Array(n);
  for (const { a, b } of room.ties) {
    degree[a]!++;
    degree[b]!++;
  }
  const shuffled = random.shuffle(Int32Array.from({ length: n }, (_, i) => i));
  const order = [...shuffled].sort((a, b) => degree[b]! - degree[a]!);
  // The golden angle's cosine and sine, turned on by multiplication: the same on every machine.
  let c = 1;
  let s = 0;
  order.forEach((member, i) => {
    const r = Math.sqrt((i + 0.5) / n) * 0.85;
    x[member] = r * c * room.radiusX;
    y[member] = r * s * room.radiusY;
    const turned = c * -0.7373688780783197 - s * 0.6754902942615238;
    s = c * 0.6754902942615238 + s * -0.7373688780783197;
    c = turned;
  });
  return { x, y };
}

/** Strength of each tie's pull: strong ties more, ties of the well tied less, so that hubs do not clump. */
function tieForces({ ties, radius }: Room): Float64Array {
  const degree = new Float64Array(radius.length);
  let strongest = 0;
  for (const { a, b, strength } of ties) {
    degree[a]!++;
    degree[b]!++;
    strongest = Math.max(strongest, strength);
  }
  return Float64Array.from(ties, ({ a, b, strength }) => {
    return (0.5 + 0.5 * Math.sqrt(strength / strongest)) / Math.sqrt(degree[a]! * degree[b]!);
  });
}

function force(
  room: Room,
  x: Float64Array,
  y: Float64Array,
  pull: Float64Array,
  spacing: number,
  heat: number,
): void {
  const n = x.length;
  const moveX = new Float64Array(n);
  const moveY = new Float64Array(n);
  room.ties.forEach(({ a, b }, t) => {
    const fx = (x[b]! - x[a]!) * pull[t]! * 0.35;
    const fy = (y[b]! - y[a]!) * pull[t]! * 0.35;
    moveX[a]! += fx;
    moveY[a]! += fy;
    moveX[b]! -= fx;
    moveY[b]! -= fy;
  });
  const reach = 2.4 * spacing;
  nearPairs(x, y, reach, (i, j) => {
    const dx = x[i]! - x[j]!;
    const dy = y[i]! - y[j]!;
    const distance = Math.sqrt(dx * dx + dy * dy) + 1e-6;
    const closeness = 1 - distance / reach;
    const push = (0.9 * spacing * closeness * closeness) / distance;
    moveX[i]! += dx * push;
    moveY[i]! += dy * push;
    moveX[j]! -= dx * push;
    moveY[j]! -= dy * push;
  });
  const limit = spacing * (0.05 + 0.6 * heat);
  for (let i = 0; i < n; i++) {
    const fx = moveX[i]! + 0.25 * spacing * room.pullX[i]! - 0.01 * x[i]!;
    const fy = moveY[i]! + 0.25 * spacing * room.pullY[i]! - 0.01 * y[i]!;
    const length = Math.sqrt(fx * fx + fy * fy);
    const scale = length > limit ? limit / length : 1;
    x[i]! += fx * scale;
    y[i]! += fy * scale;
  }
  keepInside(room, x, y);
}

function keepInside({ radius, radiusX, radiusY }: Room, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const across = Math.max(radiusX - radius[i]!, 1e-6);
    const down = Math.max(radiusY - radius[i]!, 1e-6);
    const out = Math.sqrt((x[i]! * x[i]!) / (across * across) + (y[i]! * y[i]!) / (down * down));
    if (out <= 1) continue;
    x[i]! /= out;
    y[i]! /= out;
  }
}

/** Moves touching marks and names apart until nothing touches; marks keep inside the disc. */
function separate(room: Room, x: Float64Array, y: Float64Array, side: Int8Array): void {
  let largest = 0;
  for (const r of room.radius) largest = Math.max(largest, r);
  const named = [...side.keys()].filter((i) => side[i] !== 0);
  for (let pass = 0; pass < 240; pass++) {
    let touching = 0;
    nearPairs(x, y, 2 * largest + room.gap, (i, j) => {
      const reach = room.radius[i]! + room.radius[j]! + room.gap;
      const dx = x[i]! - x[j]!;
      const dy = y[i]! - y[j]!;
      const distance = Math.sqrt(dx * dx + dy * dy) + 1e-6;
      if (distance >= reach - 1e-4) return;
      touching++;
      const half = ((reach - distance) / distance) * 0.52;
      x[i]! += dx * half;
      y[i]! += dy * half;
      x[j]! -= dx * half;
      y[j]! -= dy * half;
    });
    // Names only ask for room; in a crowded disc the last passes give the marks the right of way.
    if (pass < 180) for (const i of named) touching += makeRoom(room, x, y, side, i);
    keepInside(room, x, y);
    if (touching === 0) return;
  }
}

/** Marks on the free side of `i` move up or down, out of its name's way; `i` gives way a little itself. */
function makeRoom(room: Room, x: Float64Array, y: Float64Array, side: Int8Array, i: number): number {
  let moved = 0;
  const start = room.radius[i]! + 0.3 * room.gap;
  for (let j = 0; j < x.length; j++) {
    if (j === i) continue;
    const along = (x[j]! - x[i]!) * side[i]!;
    const own = side[j]! === 0 ? 0 : room.nameHeight[j]! / 2;
    const reachX = room.radius[j]! + 0.5 * room.gap;
    if (along < start - reachX || along > start + room.nameWidth[i]! + reachX) continue;
    const dy = y[j]! - y[i]!;
    const lack = room.nameHeight[i]! / 2 + Math.max(room.radius[j]!, own) + 0.5 * room.gap - Math.abs(dy);
    if (lack <= 1e-4) continue;
    moved++;
    const sign = dy < 0 ? -1 : 1;
    y[j]! += sign * lack * 0.4;
    y[i]! -= sign * lack * 0.12;
  }
  return moved;
}
