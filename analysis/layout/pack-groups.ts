import type { Random } from '#analysis/graph/random.ts';
import {
  halfWidth,
  intrusion,
  type Body,
  type BodyLink,
  type Box,
  type Positions,
} from '#analysis/layout/body.ts';
import { scorePacking } from '#analysis/layout/score-packing.ts';

/** Pair steps that the search may spend: it bounds its time, not by the clock. */
const budget = 15_000_000;
/** The share of it that answers whether the bodies fit at all. */
const trialShare = 0.04;

/**
 * Places groups in a box: the best of many seeded packings, then the best of many exchanges of two groups.
 *
 * A packing starts at random, pulls tied groups together, pushes all apart, resolves every intrusion of discs and
 * name plates, and is stretched until it touches the box on all sides.
 *
 * Input    bodies and box in one unit; links with weights 0…1; gap kept between any two
 * Output   centres of the discs
 * Random   starts and exchanges from `random`
 * Cost     time O(trials · steps · g²), bounded by the budget: about 0.3 s
 */
export function packGroups(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  box: Box,
  gap: number,
  random: Random,
): Positions {
  const g = bodies.length;
  const pairs = Math.max(1, (g * (g - 1)) / 2);
  const trials = trialsFor(g, 1, 260);
  let best = start(bodies, box, random);
  let bestScore = Infinity;
  for (let t = 0; t < trials; t++) {
    const positions = start(bodies, box, random);
    settle(bodies, links, box, gap, positions, 120);
    const score = finish(bodies, links, box, gap, positions);
    if (score < bestScore) {
      best = positions;
      bestScore = score;
    }
  }
  if (g < 3) return best;
  const exchanges = Math.max(8, Math.min(250, Math.floor(budget / (pairs * 160))));
  for (let t = 0; t < exchanges; t++) {
    const positions = { x: best.x.slice(), y: best.y.slice() };
    const i = random.below(g);
    const j = (i + 1 + random.below(g - 1)) % g;
    exchange(positions, i, j);
    settle(bodies, links, box, gap, positions, 30);
    const score = finish(bodies, links, box, gap, positions);
    if (score < bestScore) {
      best = positions;
      bestScore = score;
    }
  }
  relax(bodies, box, gap, best);
  keepInside(bodies, box, best);
  return best;
}

const trialsFor = (g: number, share: number, most: number): number =>
  Math.max(4, Math.min(most, Math.floor((share * budget) / (Math.max(1, (g * (g - 1)) / 2) * 200))));

/**
 * By what factor the bodies' discs have to shrink until a quick search packs them clear of one another: 1 when they
 * fit as they are.
 */
export function fittingScale(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  box: Box,
  gap: number,
  random: Random,
): number {
  for (let scale = 1; scale > 0.3; scale *= 0.95) {
    const sized = bodies.map((body) => ({ ...body, radius: body.radius * scale }));
    const trials = trialsFor(bodies.length, trialShare, 16);
    for (let t = 0; t < trials; t++) {
      const positions = start(sized, box, random);
      settle(sized, links, box, gap, positions, 80);
      finish(sized, links, box, gap, positions);
      if (relax(sized, box, gap, positions)) return scale;
    }
  }
  return 0.3;
}

/** Clears on, for longer than a trial does; answers whether what is left of the intrusions is too little to be seen. */
function relax(bodies: readonly Body[], box: Box, gap: number, at: Positions): boolean {
  for (let step = 0; step < 120; step++) {
    const depth = clear(bodies, gap, at);
    if (depth < 0.15 * gap) return true;
    // Far from clear after a while means that it never will be.
    if (step > 30 && depth > 3 * gap) return false;
    keepInside(bodies, box, at);
  }
  return false;
}

function start(bodies: readonly Body[], box: Box, random: Random): Positions {
  const x = Float64Array.from(bodies, () => random.float() * box.width);
  const y = Float64Array.from(bodies, () => random.float() * box.height);
  return { x, y };
}

function exchange({ x, y }: Positions, i: number, j: number): void {
  [x[i], x[j]] = [x[j]!, x[i]!];
  [y[i], y[j]] = [y[j]!, y[i]!];
}

/** Pulls, pushes and clearing, cooling to clearing alone. */
function settle(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  box: Box,
  gap: number,
  at: Positions,
  steps: number,
): void {
  for (let step = 0; step < steps; step++) {
    const heat = 1 - step / steps;
    attract(bodies, links, at, 0.12 * heat);
    spread(bodies, box, at, 0.25 * heat);
    clear(bodies, gap, at);
    keepInside(bodies, box, at);
  }
}

function finish(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  box: Box,
  gap: number,
  at: Positions,
): number {
  for (let round = 0; round < 3; round++) {
    stretch(bodies, box, at);
    for (let step = 0; step < 12; step++) {
      const depth = clear(bodies, gap, at);
      keepInside(bodies, box, at);
      if (depth === 0) break;
    }
  }
  return scorePacking(bodies, links, box, gap, at);
}

function attract(
  bodies: readonly Body[],
  links: readonly BodyLink[],
  { x, y }: Positions,
  pull: number,
): void {
  for (const { a, b, weight } of links) {
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    const distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
    const slack = distance - bodies[a]!.radius - bodies[b]!.radius;
    if (slack <= 0) continue;
    const move = (pull * weight * slack) / distance;
    x[a] = x[a]! + dx * move;
    y[a] = y[a]! + dy * move;
    x[b] = x[b]! - dx * move;
    y[b] = y[b]! - dy * move;
  }
}

/** Every two discs nearer than a comfortable distance move apart, so that the box fills evenly. */
function spread(bodies: readonly Body[], box: Box, { x, y }: Positions, push: number): void {
  const g = bodies.length;
  const comfort = Math.sqrt((box.width * box.height) / g) * 0.5;
  for (let i = 0; i < g; i++) {
    for (let j = i + 1; j < g; j++) {
      const dx = x[j]! - x[i]!;
      const dy = y[j]! - y[i]!;
      const distance = Math.sqrt(dx * dx + dy * dy) + 1e-9;
      const lack = comfort - (distance - bodies[i]!.radius - bodies[j]!.radius);
      if (lack <= 0) continue;
      const move = (push * lack) / distance / 2;
      x[i] = x[i]! - dx * move;
      y[i] = y[i]! - dy * move;
      x[j] = x[j]! + dx * move;
      y[j] = y[j]! + dy * move;
    }
  }
}

const moved = new Float64Array(2);

/** One pass of moving intruding pairs apart, half each; answers the deepest intrusion it met. */
function clear(bodies: readonly Body[], gap: number, { x, y }: Positions): number {
  let deepest = 0;
  for (let i = 0; i < bodies.length; i++) {
    for (let j = i + 1; j < bodies.length; j++) {
      const depth = intrusion(bodies[i]!, x[i]!, y[i]!, bodies[j]!, x[j]!, y[j]!, gap, moved);
      if (depth <= 1e-6) continue;
      deepest = Math.max(deepest, depth);
      x[i] = x[i]! - moved[0]! / 2;
      y[i] = y[i]! - moved[1]! / 2;
      x[j] = x[j]! + moved[0]! / 2;
      y[j] = y[j]! + moved[1]! / 2;
    }
  }
  return deepest;
}

function keepInside(bodies: readonly Body[], box: Box, { x, y }: Positions): void {
  bodies.forEach((body, i) => {
    const half = halfWidth(body);
    x[i] = Math.max(half, Math.min(box.width - half, x[i]!));
    y[i] = Math.max(body.radius + body.titleHeight, Math.min(box.height - body.radius, y[i]!));
  });
}

/** Scales the centres apart until the outermost bodies touch the box in both directions. */
function stretch(bodies: readonly Body[], box: Box, { x, y }: Positions): void {
  const sides = bodies.map(halfWidth);
  stretchAxis(x, sides, sides, box.width);
  stretchAxis(
    y,
    bodies.map((b) => b.radius + b.titleHeight),
    bodies.map((b) => b.radius),
    box.height,
  );
}

function stretchAxis(
  at: Float64Array,
  before: readonly number[],
  after: readonly number[],
  length: number,
): void {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < at.length; i++) {
    low = Math.min(low, at[i]! - before[i]!);
    high = Math.max(high, at[i]! + after[i]!);
  }
  const middle = (low + high) / 2;
  // Sizes do not grow with the distances, so one scaling falls short; twice the way is still safe, then it is cut.
  const scale = Math.min(1.5, Math.max(1, 1 + 1.4 * (length / (high - low) - 1)));
  for (let i = 0; i < at.length; i++) {
    const stretched = length / 2 + (at[i]! - middle) * scale;
    at[i] = Math.max(before[i]!, Math.min(length - after[i]!, stretched));
  }
}
