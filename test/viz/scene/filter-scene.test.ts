import { describe, expect, it } from 'vitest';
import { plantedMap } from '#test/viz/planted-map.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import { filterScene, type ShownPart } from '#viz/scene/filter-scene.ts';
import type { Scene } from '#viz/scene/scene.ts';
import { themes } from '#viz/scene/theme.ts';

const input = plantedMap({ n: 120, groups: 5 });
const scene = drawMap(input, {
  width: 860,
  height: 660,
  unit: 'px',
  seed: 1,
  theme: 'light',
  view: 'far',
  heading: false,
});

/** The nodes that pass, and the ties between them. */
function part(passes: (node: number) => boolean): ShownPart {
  const nodes = Uint8Array.from(input.nodes, (_, node) => (passes(node) ? 1 : 0));
  const ties = Uint8Array.from(input.ties, ({ a, b }) => (nodes[a] === 1 && nodes[b] === 1 ? 1 : 0));
  return { nodes, ties };
}
const layer = ({ layers }: Scene, name: string) => layers.find((one) => one.name === name)?.items ?? [];
const fills = (of: Scene) => layer(of, 'marks').flatMap((item) => (item.kind === 'shape' ? [item.fill] : []));
const pale = themes.light.line;
const grouped = input.nodes.flatMap(({ group }, node) => (group < 0 ? [] : [node]));

describe('a filtered scene', () => {
  it('has every mark where it was; who does not pass is pale', () => {
    const half = part((node) => node % 2 === 0);
    const filtered = filterScene(input, scene, 'light', half);
    expect([...filtered.places.x]).toEqual([...scene.places.x]);
    expect([...filtered.places.y]).toEqual([...scene.places.y]);
    expect(layer(filtered, 'hulls')).toEqual(layer(scene, 'hulls'));
    const out = grouped.filter((node) => node % 2 === 1);
    expect(fills(filtered).filter((fill) => fill === pale)).toHaveLength(out.length);
    expect(fills(scene)).not.toContain(pale);
  });

  it('keeps the ties that pass, and strands as wide as what is left of them', () => {
    const half = part((node) => node % 2 === 0);
    const { places } = filterScene(input, scene, 'light', half);
    expect(places.ties.every(({ tie }) => half.ties[tie] === 1)).toBe(true);
    expect(places.ties.length).toBeLessThan(scene.places.ties.length);
    for (const strand of places.strands) {
      const before = scene.places.strands.find(({ a, b }) => a === strand.a && b === strand.b);
      const left = input.ties.filter(({ a, b }, tie) => {
        const pair = [input.nodes[a]?.group, input.nodes[b]?.group];
        return half.ties[tie] === 1 && pair.includes(strand.a) && pair.includes(strand.b);
      });
      expect(strand.ties).toBe(left.length);
      expect(strand.width).toBeLessThanOrEqual(before?.width ?? 0);
    }
  });

  it('has neither strand nor tie where nobody passes, and all of them where everybody does', () => {
    const none = filterScene(
      input,
      scene,
      'light',
      part(() => false),
    );
    expect(none.places.strands).toEqual([]);
    expect(none.places.ties).toEqual([]);
    expect(fills(none)).toEqual(grouped.map(() => pale));
    const all = filterScene(
      input,
      scene,
      'light',
      part(() => true),
    );
    all.places.strands.forEach(({ a, b, ties, width }, at) => {
      const before = scene.places.strands[at];
      expect([a, b, ties]).toEqual([before?.a, before?.b, before?.ties]);
      expect(width).toBeCloseTo(before?.width ?? 0, 9);
    });
    expect(all.places.strands).toHaveLength(scene.places.strands.length);
    expect(all.places.ties).toEqual(scene.places.ties);
    expect(layer(all, 'marks')).toEqual(layer(scene, 'marks'));
  });

  it('leaves names and titles to whoever knows the camera', () => {
    const names = filterScene(
      input,
      scene,
      'light',
      part(() => true),
    ).layers.map(({ name }) => name);
    for (const name of ['titles', 'leaders', 'labels']) expect(names).not.toContain(name);
  });
});
