import type { Point } from '#viz/scene/scene.ts';

/** A number as path data and attributes have it: two decimals at most, no exponent. */
export function short(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded === 0 ? 0 : rounded);
}

export function polygonPath(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}Z`;
}

export function linePath(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`;
}

export function rectanglePath(x: number, y: number, width: number, height: number): string {
  return polygonPath([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}

/** A circle as four cubics; within 0.03 % of its radius. */
export function circlePath(x: number, y: number, r: number): string {
  const k = r * 0.5522847;
  const curve = (...values: number[]): string => `C${values.map(short).join(' ')}`;
  return (
    `M${short(x + r)} ${short(y)}` +
    curve(x + r, y + k, x + k, y + r, x, y + r) +
    curve(x - k, y + r, x - r, y + k, x - r, y) +
    curve(x - r, y - k, x - k, y - r, x, y - r) +
    curve(x + k, y - r, x + r, y - k, x + r, y) +
    'Z'
  );
}
