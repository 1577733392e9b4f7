/** A group as the packing sees it: a disc with its name on a plate above it. Circle space (see two-level-layout). */
export interface Body {
  readonly radius: number;
  readonly titleWidth: number;
  readonly titleHeight: number;
}

/** Ties between two groups, heaviest first; weight in 0…1 of the heaviest. */
export interface BodyLink {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export const halfWidth = (body: Body): number => Math.max(body.radius, body.titleWidth / 2);

/**
 * How far two bodies (disc or plate of each) intrude on each other when `gap` must stay between them, and along
 * which axis b has to move: [0] x, [1] y; both 0 when they are clear. Writes into `out`, allocates nothing.
 */
export function intrusion(
  a: Body,
  ax: number,
  ay: number,
  b: Body,
  bx: number,
  by: number,
  gap: number,
  out: Float64Array,
): number {
  out[0] = 0;
  out[1] = 0;
  // Most pairs are far from one another: their outer boxes say so at once.
  if (Math.abs(bx - ax) > halfWidth(a) + halfWidth(b) + gap) return 0;
  if (by - ay > a.radius + b.radius + b.titleHeight + gap) return 0;
  if (ay - by > a.radius + b.radius + a.titleHeight + gap) return 0;
  let depth = discs(bx - ax, by - ay, a.radius + b.radius + gap, out);
  depth = Math.max(depth, plateAndDisc(a, ax, ay, b.radius + gap, bx, by, 1, out, depth));
  depth = Math.max(depth, plateAndDisc(b, bx, by, a.radius + gap, ax, ay, -1, out, depth));
  return Math.max(depth, plates(a, ax, ay, b, bx, by, gap, out, depth));
}

function discs(dx: number, dy: number, reach: number, out: Float64Array): number {
  const square = dx * dx + dy * dy;
  if (square >= reach * reach) return 0;
  const distance = Math.sqrt(square);
  const depth = reach - distance;
  out[0] = distance > 1e-9 ? (dx / distance) * depth : depth;
  out[1] = distance > 1e-9 ? (dy / distance) * depth : 0;
  return depth;
}

/** The plate of `owner` against a disc; sign −1 when the disc is a's, so that `out` still moves b. */
function plateAndDisc(
  owner: Body,
  x: number,
  y: number,
  reach: number,
  discX: number,
  discY: number,
  sign: number,
  out: Float64Array,
  deepest: number,
): number {
  if (owner.titleHeight === 0) return 0;
  const middle = y - owner.radius - owner.titleHeight / 2;
  const dx = discX - x;
  const dy = discY - middle;
  const outX = Math.abs(dx) - owner.titleWidth / 2;
  const outY = Math.abs(dy) - owner.titleHeight / 2;
  const nearX = Math.max(outX, 0);
  const nearY = Math.max(outY, 0);
  const depth = reach - Math.sqrt(nearX * nearX + nearY * nearY);
  if (depth <= deepest) return 0;
  const alongY = outY * owner.titleWidth > outX * owner.titleHeight;
  out[0] = alongY ? 0 : sign * (dx < 0 ? -depth : depth);
  out[1] = alongY ? sign * (dy < 0 ? -depth : depth) : 0;
  return depth;
}

function plates(
  a: Body,
  ax: number,
  ay: number,
  b: Body,
  bx: number,
  by: number,
  gap: number,
  out: Float64Array,
  deepest: number,
): number {
  const dx = bx - ax;
  const dy = by - b.radius - b.titleHeight / 2 - (ay - a.radius - a.titleHeight / 2);
  const overX = (a.titleWidth + b.titleWidth) / 2 + gap - Math.abs(dx);
  const overY = (a.titleHeight + b.titleHeight) / 2 + gap - Math.abs(dy);
  const depth = Math.min(overX, overY);
  if (depth <= deepest) return 0;
  out[0] = overX < overY ? (dx < 0 ? -depth : depth) : 0;
  out[1] = overX < overY ? 0 : dy < 0 ? -depth : depth;
  return depth;
}
