import { polygonArea } from 'd3-polygon';
import { describe, expect, it } from 'vitest';
import { inForeignHulls, trust } from '#test/viz/map-quality.ts';
import { plantedMap } from '#test/viz/planted-map.ts';
import { drawMap, type MapOptions } from '#viz/scene/draw-map.ts';
import { overlaps } from '#viz/scene/place-labels.ts';
import type { Scene } from '#viz/scene/scene.ts';

const figure: MapOptions = {
  width: 170,
  height: 167,
  unit: 'mm',
  seed: 1,
  theme: 'print',
  view: 'far',
  heading: false,
};
const screen: MapOptions = {
  width: 1600,
  height: 1000,
  unit: 'px',
  seed: 1,
  theme: 'light',
  view: 'far',
  heading: true,
};
const plans = [
  // In groups of 7 to 30 on an airy picture the tenth nearest may well be a neighbour of the next group.
  { n: 34, groups: 3, trusted: 0.9 },
  { n: 138, groups: 6, trusted: 0.9 },
  { n: 366, groups: 9, trusted: 0.95 },
  { n: 600, groups: 10, trusted: 0.95 },
];

function intersections({ places }: Scene): number {
  const boxes = [...places.labels, ...places.titles];
  let count = 0;
  boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => (count += overlaps(a, b) ? 1 : 0)));
  return count;
}

/** The two pictures of a screen: SCREENS' wide and tall arrangements. */
const panels = [
  { width: 860, height: 660 },
  { width: 378, height: 500 },
] as const;

describe.each(panels)('2,000 organizations in 22 groups on $width × $height', (size) => {
  const planted = plantedMap({ n: 2000, groups: 22 });
  const long = 'Valley Emergency Housing Coalition, Harbour Veterans Council';
  const groups = planted.groups.map((group, g) => ({
    ...group,
    name: `${'ABCDEFGHIJKLMNOPQRSTUV'[g]!} · ${long}`,
  }));
  const input = { ...planted, groups };
  const scene = drawMap(input, { ...screen, ...size, heading: false, key: false });

  it('have titles that say less where the groups would have no room, none on another', () => {
    expect(intersections(scene)).toBe(0);
    const titles = scene.layers.find(({ name }) => name === 'titles')!.items;
    const text = titles.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ');
    for (const { name } of input.groups) expect(text).toContain(name.split(' · ')[0]);
    expect(text.length).toBeLessThan(input.groups.map(({ name }) => name).join(' ').length);
  });

  it('have room in their groups: an eighth of the picture', () => {
    const hulls = scene.places.groups.map(({ hull }) => Math.abs(polygonArea(hull as [number, number][])));
    expect(hulls.reduce((sum, area) => sum + area, 0)).toBeGreaterThan(0.125 * size.width * size.height);
  });
});

describe.each(plans)('the map of $n organizations', (plan) => {
  const input = plantedMap(plan);
  const scenes = [
    drawMap(input, figure),
    drawMap(input, screen),
    drawMap(input, { ...screen, view: 'near' }),
  ];

  it('has no name on another or on a title', () => {
    expect(scenes.map(intersections)).toEqual([0, 0, 0]);
  });

  it('names every bridge-builder inside the picture', () => {
    for (const scene of scenes) {
      const named = new Set(scene.places.labels.map((label) => label.node));
      input.nodes.forEach((node, i) => {
        if (node.bridge > 0) expect(named.has(i), node.label).toBe(true);
      });
      for (const { x, y, width, height } of scene.places.labels) {
        expect(Math.min(x, y, scene.width - x - width, scene.height - y - height)).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('has nobody in a foreign hull and neighbours of the same group nearby', () => {
    for (const scene of scenes) {
      expect(inForeignHulls(input, scene.places)).toBe(0);
      expect(trust(input, scene.places)).toBeGreaterThanOrEqual(plan.trusted);
    }
  });

  it('keeps marks apart', () => {
    const { places } = scenes[0]!;
    let touching = 0;
    for (let i = 0; i < plan.n; i++) {
      for (let j = i + 1; j < plan.n; j++) {
        const dx = places.x[i]! - places.x[j]!;
        const dy = places.y[i]! - places.y[j]!;
        const inGroups = input.nodes[i]!.group >= 0 && input.nodes[j]!.group >= 0;
        if (inGroups && Math.sqrt(dx * dx + dy * dy) < places.reach[i]! + places.reach[j]!) touching++;
      }
    }
    expect(touching).toBe(0);
  });

  it('has its key: every category that occurs, with its count', () => {
    const key = scenes[0]!.layers.find((layer) => layer.name === 'legend')!;
    const words = key.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []));
    for (const { name, count } of input.categories.filter((category) => category.count > 0)) {
      expect(words).toContain(name);
      expect(words).toContain(String(count));
    }
    expect(words).toContain(input.words.receipt);
    expect(words.some((text) => text.startsWith('bridge-builder'))).toBe(true);
    expect(words.some((text) => text.endsWith('between groups'))).toBe(true);
  });
});

describe('the map', () => {
  const input = plantedMap({ n: 138, groups: 6 });

  it('is the same for the same seed, another for another', () => {
    const once = JSON.stringify(drawMap(input, figure));
    expect(JSON.stringify(drawMap(plantedMap({ n: 138, groups: 6 }), figure))).toBe(once);
    expect(JSON.stringify(drawMap(input, { ...figure, seed: 2 }))).not.toBe(once);
  });

  it('draws a network of nothing, of one organization, and of organizations without groups or categories', () => {
    const words = input.words;
    const none = { nodes: [], ties: [], groups: [], categories: [], words };
    expect(drawMap(none, figure).places.x).toHaveLength(0);
    const nodes = input.nodes.slice(0, 12).map((node) => ({ ...node, group: -1, category: -1, bridge: 0 }));
    for (const count of [1, 12]) {
      const { places } = drawMap({ ...none, nodes: nodes.slice(0, count) }, screen);
      expect([...places.x].every((x) => x > 0 && x < screen.width)).toBe(true);
      expect([...places.y].every((y) => y > 0 && y < screen.height)).toBe(true);
    }
  });

  it('reaches both sides of its box', () => {
    const { places } = drawMap(input, screen);
    const xs = places.groups.flatMap(({ hull }) => hull.map(([x]) => x));
    expect(Math.min(...xs)).toBeLessThan(0.1 * screen.width);
    expect(Math.max(...xs)).toBeGreaterThan(0.9 * screen.width);
  });
});
