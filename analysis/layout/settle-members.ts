import type { Random } from '#analysis/graph/random.ts';
import { nameBeads, type Beads } from '#analysis/layout/name-beads.ts';
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

interface Settled {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** −1: the name's room is left of the mark, 1: right, 0: it has none. */
  readonly side: Int8Array;
}

/**
 * Places the members of a group inside its disc: ties pull, nearness pushes, then marks (and the room of names) are
 * moved apart until none touches another, and the whole is stretched to fill the disc.
 *
 * Output   positions relative to the disc's centre
 * Random   the start, from `random`
 * Cost     O(steps · (n + m)); 200 steps, fewer above 400 members
 */
export function settleMembers(room: Room, random: Random): Settled {
  const n = room.radius.length;
  const { x, y } = sunflower(room, random);
  const side = new Int8Array(n);
  // A name that would take much of the disc stands outside, without room kept for it.
  const fitting = room.nameWidth.map((width, i) => {
    const small = width * room.nameHeight[i]! < 0.4 * room.radiusX * room.radiusY;
    return small && width + room.radius[i]! < 1.5 * room.radiusX ? width : 0;
  });
  const beads = nameBeads(room.radius, fitting, room.nameHeight);
  const crowd: Crowd = {
    x: new Float64Array(n + beads.owner.length),
    y: new Float64Array(n + beads.owner.length),
    moveX: new Float64Array(n),
    moveY: new Float64Array(n),
    beads,
  };
  const spacing = Math.sqrt((Math.PI * room.radiusX * room.radiusY) / Math.max(1, n + beads.owner.length));
  const steps = n > 400 ? 90 : 200;
  const pull = tieForces(room);
  for (let step = 0; step < steps; step++) {
    // A name stands on the inner side; which one that is settles in the first half.
    if (step < steps / 2) for (const i of beads.owner) side[i] = x[i]! > 0 ? -1 : 1;
    string(crowd, x, y, side);
    force(room, crowd, x, y, pull, spacing, 1 - step / steps);
    keepNamesInside(room, crowd, x, y, side);
  }
  fillDisc(room, x, y);
  separate(room, crowd, x, y, side);
  return { x, y, side };
}

/** Marks first, then the beads of their names; and how far each mark is to move. */
interface Crowd {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly moveX: Float64Array;
  readonly moveY: Float64Array;
  readonly beads: Beads;
}

/** Brings the beads to where their marks are. */
function string({ x: allX, y: allY, beads }: Crowd, x: Float64Array, y: Float64Array, side: Int8Array): void {
  const n = x.length;
  allX.set(x);
  allY.set(y);
  beads.owner.forEach((i, k) => {
    allX[n + k] = x[i]! + side[i]! * beads.offset[k]!;
    allY[n + k] = y[i]!;
  });
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
  { x: allX, y: allY, moveX, moveY, beads }: Crowd,
  x: Float64Array,
  y: Float64Array,
  pull: Float64Array,
  spacing: number,
  heat: number,
): void {
  const n = x.length;
  moveX.fill(0);
  moveY.fill(0);
  room.ties.forEach(({ a, b }, t) => {
    const fx = (x[b]! - x[a]!) * pull[t]! * 0.35;
    const fy = (y[b]! - y[a]!) * pull[t]! * 0.35;
    moveX[a]! += fx;
    moveY[a]! += fy;
    moveX[b]! -= fx;
    moveY[b]! -= fy;
  });
  const reach = 2.4 * spacing;
  nearPairs(allX, allY, reach, (i, j) => {
    const one = i < n ? i : beads.owner[i - n]!;
    const two = j < n ? j : beads.owner[j - n]!;
    if (one === two) return;
    const dx = allX[i]! - allX[j]!;
    const dy = allY[i]! - allY[j]!;
    const distance = Math.sqrt(dx * dx + dy * dy) + 1e-6;
    const closeness = 1 - distance / reach;
    const push = (0.9 * spacing * closeness * closeness) / distance;
    const share = i < n ? 1 : 0.3;
    const other = j < n ? 1 : 0.3;
    moveX[one]! += dx * push * share;
    moveY[one]! += dy * push * share;
    moveX[two]! -= dx * push * other;
    moveY[two]! -= dy * push * other;
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

/** A mark whose name would leave the disc moves towards the middle, half of the way a pass. */
function keepNamesInside(
  room: Room,
  { beads }: Crowd,
  x: Float64Array,
  y: Float64Array,
  side: Int8Array,
): void {
  beads.owner.forEach((i, k) => {
    const end = x[i]! + side[i]! * (beads.offset[k]! + beads.radius[k]!);
    const high = Math.abs(y[i]!) + beads.radius[k]!;
    const inside = 1 - (high * high) / (room.radiusY * room.radiusY);
    const most = room.radiusX * Math.sqrt(Math.max(0, inside));
    const excess = Math.abs(end) - most;
    if (excess <= 0 || end * side[i]! < 0) return;
    x[i]! -= side[i]! * excess * 0.5;
    // Near the top and the bottom the disc is too narrow for any name.
    if (inside < 0.35) y[i]! *= 0.97;
  });
}

/** Moves touching marks and names apart until nothing touches; marks keep inside the disc. */
function separate(room: Room, crowd: Crowd, x: Float64Array, y: Float64Array, side: Int8Array): void {
  const n = x.length;
  const { beads } = crowd;
  let largest = 0;
  for (const r of room.radius) largest = Math.max(largest, r);
  let bead = largest;
  for (const r of beads.radius) bead = Math.max(bead, r);
  for (let pass = 0; pass < 240; pass++) {
    // Names only ask for room: in a crowded disc the last passes are the marks' alone.
    const withNames = beads.owner.length > 0 && pass < 160;
    string(crowd, x, y, side);
    const allX = withNames ? crowd.x : x;
    const allY = withNames ? crowd.y : y;
    let touching = 0;
    nearPairs(allX, allY, largest + (withNames ? bead : largest) + room.gap, (i, j) => {
      const one = i < n ? i : beads.owner[i - n]!;
      const two = j < n ? j : beads.owner[j - n]!;
      if (one === two) return;
      const sizes =
        (i < n ? room.radius[i]! : beads.radius[i - n]!) + (j < n ? room.radius[j]! : beads.radius[j - n]!);
      const reach = sizes + (i < n && j < n ? 1 : 0.5) * room.gap;
      const ax = i < n ? x[i]! : allX[i]!;
      const ay = i < n ? y[i]! : allY[i]!;
      const dx = ax - (j < n ? x[j]! : allX[j]!);
      const dy = ay - (j < n ? y[j]! : allY[j]!);
      const distance = Math.sqrt(dx * dx + dy * dy) + 1e-6;
      if (distance >= reach - 1e-4) return;
      touching++;
      const apart = (reach - distance) / distance;
      const share = i < n ? (j < n ? 0.52 : 0.8) : 0.2;
      const other = j < n ? (i < n ? 0.52 : 0.8) : 0.2;
      x[one]! += dx * apart * share;
      y[one]! += dy * apart * share;
      x[two]! -= dx * apart * other;
      y[two]! -= dy * apart * other;
    });
    if (withNames) keepNamesInside(room, crowd, x, y, side);
    keepInside(room, x, y);
    if (touching === 0) return;
  }
}

/** Centres the marks and stretches them, each way apart, until they reach the disc's rim. */
function fillDisc(room: Room, x: Float64Array, y: Float64Array): void {
  stretchTo(x, room.radius, room.radiusX);
  stretchTo(y, room.radius, room.radiusY);
  keepInside(room, x, y);
}

function stretchTo(at: Float64Array, radius: Float64Array, most: number): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < at.length; i++) {
    low = Math.min(low, at[i]! - radius[i]!);
    high = Math.max(high, at[i]! + radius[i]!);
  }
  const middle = (low + high) / 2;
  const scale = Math.min(1.35, Math.max(1, (2 * most) / (high - low)));
  for (let i = 0; i < at.length; i++) at[i] = (at[i]! - middle) * scale;
}
