import { describe, expect, it } from 'vitest';
import { groupHull, insidePolygon, toBorder } from '#viz/scene/hull.ts';

describe('groupHull', () => {
  const marks = [
    { x: 0, y: 0, reach: 1 },
    { x: 30, y: 4, reach: 2 },
    { x: 12, y: 25, reach: 1 },
    { x: 14, y: 9, reach: 1 },
  ];
  const hull = groupHull(marks, 1.5);

  it('holds every mark whole', () => {
    for (const { x, y, reach } of marks) {
      expect(insidePolygon(hull, x, y)).toBe(true);
      expect(toBorder(hull, x, y)).toBeGreaterThan(reach);
    }
  });

  it('goes no further than the padding', () => {
    expect(Math.max(...hull.map(([x]) => x))).toBeLessThanOrEqual(30 + 2 + 1.5);
    expect(Math.min(...hull.map(([x]) => x))).toBeGreaterThanOrEqual(0 - 1 - 1.5);
  });
});
