import {
  halfWidth,
  intrusion,
  type Body,
  type BodyLink,
  type Box,
  type Positions,
} from '#analysis/layout/body.ts';

const weights = { length: 3, crossing: 0.55, through: 1.6, plate: 0.8, overlap: 60, empty: 5 };
const grid = 14;

/**
 * How bad a packing is, 0 best: weighted length of the strands, their crossings, strands through foreign discs and
 * under foreign names, intrusions that remain, and the largest empty place. Each part is relative to the box, so
 * that the weights hold at any size.
 *
 * Cost  O(g² + l² + l·g + grid²·g)
 */
export function scorePacking(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  box: Box,
  gap: number,
  at: Positions,
): number {
  const diagonal = Math.sqrt(box.width * box.width + box.height * box.height);
  return (
    (weights.overlap * overlap(bodies, gap, at)) / diagonal +
    (weights.length * lengths(bodies, links, at)) / diagonal +
    weights.crossing * crossings(links, at) +
    through(bodies, links, at) +
    (weights.empty * emptiness(bodies, box, at)) / diagonal
  );
}

const scratch = new Float64Array(2);

function overlap(bodies: readonly Body[], gap: number, { x, y }: Positions): number {
  let sum = 0;
  for (let i = 0; i < bodies.length; i++) {
    for (let j = i + 1; j < bodies.length; j++) {
      sum += Math.max(0, intrusion(bodies[i]!, x[i]!, y[i]!, bodies[j]!, x[j]!, y[j]!, gap, scratch));
    }
  }
  return sum;
}

function lengths(bodies: readonly Body[], links: readonly BodyLink[], { x, y }: Positions): number {
  let sum = 0;
  for (const { a, b, weight } of links) {
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    sum += weight * Math.max(0, Math.sqrt(dx * dx + dy * dy) - bodies[a]!.radius - bodies[b]!.radius);
  }
  return links.length === 0 ? 0 : sum / Math.sqrt(links.length);
}

function crossings(links: readonly BodyLink[], { x, y }: Positions): number {
  let sum = 0;
  for (let i = 0; i < links.length; i++) {
    const one = links[i]!;
    for (let j = i + 1; j < links.length; j++) {
      const two = links[j]!;
      if (one.a === two.a || one.a === two.b || one.b === two.a || one.b === two.b) continue;
      const side = (p: number, q: number, r: number): number =>
        (x[q]! - x[p]!) * (y[r]! - y[p]!) - (y[q]! - y[p]!) * (x[r]! - x[p]!);
      const apart = side(one.a, one.b, two.a) * side(one.a, one.b, two.b);
      const across = side(two.a, two.b, one.a) * side(two.a, two.b, one.b);
      if (apart < 0 && across < 0) sum += 0.4 + 0.6 * Math.min(one.weight, two.weight);
    }
  }
  return sum;
}

function through(bodies: readonly Body[], links: readonly BodyLink[], at: Positions): number {
  let sum = 0;
  for (const link of links) {
    for (let k = 0; k < bodies.length; k++) {
      const body = bodies[k]!;
      if (k !== link.a && k !== link.b) {
        const depth = body.radius * 1.06 - toSegment(at, link.a, link.b, at.x[k]!, at.y[k]!);
        if (depth > 0)
          sum += (weights.through * (0.4 + 0.6 * link.weight) * (depth + 0.3 * body.radius)) / body.radius;
      }
      const plateY = at.y[k]! - body.radius - body.titleHeight / 2;
      const clear = body.titleHeight * 0.7 + 0.2 * body.titleWidth;
      if (toSegment(at, link.a, link.b, at.x[k]!, plateY) < clear)
        sum += weights.plate * (0.4 + 0.6 * link.weight);
    }
  }
  return sum;
}

function toSegment({ x, y }: Positions, a: number, b: number, px: number, py: number): number {
  const dx = x[b]! - x[a]!;
  const dy = y[b]! - y[a]!;
  const along = ((px - x[a]!) * dx + (py - y[a]!) * dy) / (dx * dx + dy * dy + 1e-9);
  const t = Math.max(0, Math.min(1, along));
  const ex = px - x[a]! - t * dx;
  const ey = py - y[a]! - t * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

/** The radius of the largest empty place (corners count less), and how uneven the emptiness is. */
function emptiness(bodies: readonly Body[], box: Box, { x, y }: Positions): number {
  let worst = 0;
  let squares = 0;
  for (let row = 0; row < grid; row++) {
    for (let column = 0; column < grid; column++) {
      const px = ((column + 0.5) * box.width) / grid;
      const py = ((row + 0.5) * box.height) / grid;
      let nearest = Infinity;
      for (let k = 0; k < bodies.length; k++) {
        const body = bodies[k]!;
        const dx = px - x[k]!;
        const dy = py - y[k]!;
        const toDisc = Math.sqrt(dx * dx + dy * dy) - body.radius;
        const outX = Math.max(0, Math.abs(dx) - halfWidth(body));
        const outY = Math.max(0, Math.abs(dy + body.radius + body.titleHeight / 2) - body.titleHeight / 2);
        nearest = Math.min(nearest, Math.max(0, Math.min(toDisc, Math.sqrt(outX * outX + outY * outY))));
      }
      squares += nearest * nearest;
      worst = Math.max(worst, nearest);
    }
  }
  return 0.5 * worst + Math.sqrt(squares / (grid * grid));
}
