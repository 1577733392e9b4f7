import { describe, expect, it } from 'vitest';
import { drawMap } from '#viz/scene/draw-map.ts';
import { withLooseParts } from '#viz/scene/loose-parts.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import { overlaps } from '#viz/scene/place-labels.ts';
import type { Scene, Text } from '#viz/scene/scene.ts';

type Pair = readonly [number, number];

function network(n: number, pairs: readonly Pair[], groups: readonly (readonly number[])[] = []): MapInput {
  const size = (i: number): number => pairs.filter((pair) => pair.includes(i)).length;
  return {
    nodes: Array.from({ length: n }, (_, i) => ({
      id: `o${i}`,
      label: `Organization ${i + 1}`,
      category: 0,
      group: groups.findIndex((members) => members.includes(i)),
      size: size(i),
      bridge: 0,
      hollow: false,
    })),
    ties: pairs.map(([a, b]) => ({ a, b, strength: 1 })),
    groups: groups.map((members, g) => ({ name: `Group ${g}`, members, certified: false })),
    categories: [{ name: 'Health', count: n }],
    words: { title: 'Few', size: 'partners', sizeOne: 'partner', category: 'sector', receipt: '' },
  };
}

const draw = (input: MapInput): Scene =>
  drawMap(input, {
    width: 170,
    height: 140,
    unit: 'mm',
    seed: 1,
    theme: 'print',
    view: 'far',
    heading: false,
  });
const path = (n: number): Pair[] => Array.from({ length: n - 1 }, (_, i) => [i, i + 1] as const);
const star = (n: number): Pair[] => Array.from({ length: n - 1 }, (_, i) => [0, i + 1] as const);
const texts = ({ layers }: Scene): string[] =>
  layers.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
const count = ({ layers }: Scene, name: string): number =>
  layers.find((layer) => layer.name === name)?.items.length ?? 0;

describe.each([
  ['a path of six', network(6, path(6))],
  ['a path of 15', network(15, path(15))],
  ['a star of 15', network(15, star(15))],
  ['three', network(3, path(3))],
  ['three pairs', network(6, [[0, 1], [2, 3], [4, 5]])], // prettier-ignore
] as const)('%s without a group of four', (_, input) => {
  const scene = draw(input);

  it('is drawn with all its ties and all its names, none on another', () => {
    expect(count(scene, 'ties')).toBe(input.ties.length);
    expect(scene.places.labels.map(({ node }) => node).sort((a, b) => a - b)).toEqual(
      input.nodes.map((_node, i) => i),
    );
    const boxes = scene.places.labels;
    expect(boxes.some((a, i) => boxes.slice(i + 1).some((b) => overlaps(a, b)))).toBe(false);
    expect([...scene.places.x, ...scene.places.y].every(Number.isFinite)).toBe(true);
  });

  it('crosses no tie with another: none of these has to', () => {
    const { x, y } = scene.places;
    const turn = (p: number, q: number, r: number): number =>
      (x[q]! - x[p]!) * (y[r]! - y[p]!) - (y[q]! - y[p]!) * (x[r]! - x[p]!);
    const crossing = input.ties.flatMap((one, i) =>
      input.ties
        .slice(0, i)
        .filter(
          (other) =>
            new Set([one.a, one.b, other.a, other.b]).size === 4 &&
            turn(one.a, one.b, other.a) * turn(one.a, one.b, other.b) < 0 &&
            turn(other.a, other.b, one.a) * turn(other.a, other.b, one.b) < 0,
        ),
    );
    expect(crossing).toEqual([]);
  });

  it('fills its picture, has no hull, and says nothing of a tray', () => {
    const spread = (values: Float64Array): number => Math.max(...values) - Math.min(...values);
    expect(Math.max(spread(scene.places.x), spread(scene.places.y))).toBeGreaterThan(scene.width / 4);
    expect(count(scene, 'hulls')).toBe(0);
    expect(texts(scene).join()).not.toMatch(/Not in a group|Without a tie/u);
  });
});

describe('organizations without any tie', () => {
  it.each([1, 12])('%i of them stand at the top, each with its name', (n) => {
    const scene = draw(network(n, []));
    const shown = texts(scene);
    expect(shown).toContain(`Without a tie: ${n}`);
    for (let i = 1; i <= n; i++) expect(shown).toContain(`Organization ${i}`);
    expect(Math.max(...scene.places.y)).toBeLessThan(30);
    expect(shown.join()).not.toContain('partner');
  });

  it('are rows of marks where there are many', () => {
    const scene = draw(network(300, []));
    expect(texts(scene)).not.toContain('Organization 7');
    expect(Math.max(...scene.places.y)).toBeLessThan(scene.height);
  });
});

describe('organizations outside the groups', () => {
  const groups = [[0, 1, 2, 3]];
  const inside: Pair[] = [[0, 1], [1, 2], [2, 3], [0, 3]]; // prettier-ignore

  it('are drawn with their ties where they are many', () => {
    const input = network(7, [...inside, [3, 4], [4, 5]], groups);
    const scene = draw(input);
    expect(scene.places.groups).toHaveLength(1);
    expect(scene.places.titles).toHaveLength(1);
    expect(count(scene, 'ties')).toBe(6);
    expect(scene.places.labels.map(({ node }) => node).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(texts(scene)).toContain('Without a tie: 1');
  });

  it('stay in the tray where they are few', () => {
    const many = Array.from({ length: 30 }, (_, i) => i);
    const input = network(32, [...many.slice(1).map((i) => [0, i] as const), [30, 31]], [many]);
    expect(withLooseParts(input)).toBe(input);
  });
});

describe('the key', () => {
  it('says 1 partner, and names no size that does not occur', () => {
    const key = draw(network(4, [[0, 1], [2, 3]])).layers.find(({ name }) => name === 'legend'); // prettier-ignore
    const words = key?.items.filter((item): item is Text => item.kind === 'text').map(({ text }) => text);
    expect(words).toContain('1 partner');
  });
});
