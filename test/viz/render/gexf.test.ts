import { describe, expect, it } from 'vitest';
import { readGexf } from '#data/formats/gexf/read-gexf.ts';
import { mapPage, plantedMap } from '#test/viz/planted-map.ts';
import { mapToGexf } from '#viz/render/gexf.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

const input = plantedMap({ n: 54, groups: 4 });
const hostile = 'A "b" <c> & d\u0000';
const named = {
  ...input,
  nodes: input.nodes.map((node, i) => (i === 3 ? { ...node, label: hostile } : node)),
};
const scene = drawMap(named, mapPage);
const nodes = [...input.nodes.keys()].filter((i) => i % 3 === 0);
const ties = input.ties.flatMap(({ a, b }, tie) => (a % 3 === 0 && b % 3 === 0 ? [tie] : []));
const text = mapToGexf(named, scene, { nodes, ties }, { theme: 'light', said: ['In colour: Food.'] });

describe('the map as GEXF', () => {
  it('is read back as the organizations and ties in colour, by their own ids', async () => {
    const file = { name: 'map.gexf', bytes: new TextEncoder().encode(text) };
    const { data, problems } = await readGexf([file], {
      source: 'file',
      skipBadRows: false,
      signal: AbortSignal.timeout(60_000),
    });
    expect(problems.map(({ code }) => code)).toEqual(['VIZ_LEFT_OUT']);
    expect(data.organizations.map(({ name }) => name)).toEqual(
      nodes.map((i) => (i === 3 ? hostile.replace('\u0000', '') : input.nodes[i]!.label)),
    );
    expect(data.organizations.map(({ sector }) => sector)).toEqual(
      nodes.map((i) => input.categories[input.nodes[i]!.category]?.name),
    );
    expect(ties.length).toBeGreaterThan(3);
    expect(data.relationships).toHaveLength(ties.length);
  });

  it('has the places, sizes and colours of the picture, y upwards, and says what it is', () => {
    const [first = 0] = nodes;
    const { x, y } = scene.places;
    expect(text).toContain(
      `<viz:position x="${Math.round(100 * x[first]!) / 100}" y="${Math.round(100 * (660 - y[first]!)) / 100}"`,
    );
    expect(text).toMatch(/<viz:color r="\d+" g="\d+" b="\d+"\/>/u);
    expect(text).not.toMatch(/NaN|undefined/u);
    expect(text).toContain(`${input.words.title}\nIn colour: Food.\n${input.words.receipt}`);
  });
});
