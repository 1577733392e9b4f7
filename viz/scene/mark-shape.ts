import { circlePath, polygonPath } from '#viz/scene/path-data.ts';
import type { Point } from '#viz/scene/scene.ts';

/** Corners of each shape round (0, 0), so large that its area is that of the unit circle; circle: none. */
const corners: readonly (readonly Point[])[] = [
  [],
  [
    [-0.886, -0.886],
    [0.886, -0.886],
    [0.886, 0.886],
    [-0.886, 0.886],
  ],
  [
    [0, -1.42],
    [1.28, 0.8],
    [-1.28, 0.8],
  ],
  [
    [0, -1.253],
    [1.253, 0],
    [0, 1.253],
    [-1.253, 0],
  ],
  [
    [1.0996, 0],
    [0.5498, 0.9523],
    [-0.5498, 0.9523],
    [-1.0996, 0],
    [-0.5498, -0.9523],
    [0.5498, -0.9523],
  ],
  [
    [0, 1.42],
    [-1.28, -0.8],
    [1.28, -0.8],
  ],
  cross(),
  [
    [0, -1.15],
    [1.0937, -0.3554],
    [0.676, 0.9304],
    [-0.676, 0.9304],
    [-1.0937, -0.3554],
  ],
];

/** An upright cross with thick arms. */
function cross(): readonly Point[] {
  const w = 0.42;
  const l = 1.17;
  return [
    [-w, -l],
    [w, -l],
    [w, -w],
    [l, -w],
    [l, w],
    [w, w],
    [w, l],
    [-w, l],
    [-w, w],
    [-l, w],
    [-l, -w],
    [-w, -w],
  ];
}

/** The shape of a category at a place: circle, square, triangle, diamond, hexagon, triangle down, cross, pentagon. */
export function markShape(category: number, x: number, y: number, r: number): string {
  const points = corners[category < 0 ? 0 : category % corners.length]!;
  if (points.length === 0) return circlePath(x, y, r);
  return polygonPath(points.map(([px, py]) => [x + px * r, y + py * r]));
}

/** How far the shape reaches from its place, for radius 1. */
export function shapeReach(category: number): number {
  const points = corners[category < 0 ? 0 : category % corners.length]!;
  return points.reduce((most, [x, y]) => Math.max(most, Math.sqrt(x * x + y * y)), 1);
}
