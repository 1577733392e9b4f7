import { describe, expect, it } from 'vitest';
import { plantedMap } from '#test/viz/planted-map.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import { insidePolygon } from '#viz/scene/hull.ts';

describe.each([
  { n: 2000, groups: 22 },
  { n: 5000, groups: 40 },
])('the map of $n organizations', (plan) => {
  it('has nobody in a foreign hull', () => {
    const input = plantedMap(plan);
    const { places } = drawMap(input, {
      width: 1600,
      height: 1000,
      unit: 'px',
      seed: 1,
      theme: 'light',
      view: 'far',
      heading: true,
    });
    const foreign = input.nodes.filter(({ group }, i) =>
      places.groups.some(({ hull }, g) => g !== group && insidePolygon(hull, places.x[i]!, places.y[i]!)),
    );
    expect(foreign).toHaveLength(0);
  });
});
