import { describe, expect, it } from 'vitest';
import { mapPage, plantedMap } from '#test/viz/planted-map.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import { filterScene } from '#viz/scene/filter-scene.ts';
import { wholePicture } from '#viz/scene/camera.ts';
import { greyLayers } from '#viz/scene/grey-layers.ts';
import type { Layer, Picture } from '#viz/scene/scene.ts';
import { textWidth } from '#viz/scene/text-width.ts';
import { themes } from '#viz/scene/theme.ts';
import type { View } from '#viz/scene/view-names.ts';
import { viewPicture } from '#viz/scene/view-picture.ts';

const input = plantedMap({ n: 240, groups: 8 });
const scene = drawMap(input, mapPage);
const rest: View = { theme: 'light', camera: wholePicture, light: null, shown: null };
const { strand, accent, paper } = themes.light;

const layer = ({ layers }: { readonly layers: readonly Layer[] }, name: string) =>
  layers.find((one) => one.name === name)?.items ?? [];
const words = (picture: Picture, name: string) =>
  layer(picture, name).flatMap((item) => (item.kind === 'text' ? [item.text] : []));
const fills = (picture: Picture, name: string) =>
  layer(picture, name).flatMap((item) => (item.kind === 'shape' ? [item.fill] : []));

const centre = 5;
const ties = input.ties.flatMap(({ a, b }, tie) => (a === centre || b === centre ? [tie] : []));
const lit = [...new Set([centre, ...ties.flatMap((tie) => [input.ties[tie]!.a, input.ties[tie]!.b])])];
const light = {
  lit,
  named: [centre],
  beside: lit,
  ties,
  groups: [],
  ringed: [centre],
  proposed: [centre, 9] as const,
};

describe('a view as a picture', () => {
  it('has title, what is shown, key and receipt round the same picture', () => {
    const picture = viewPicture(input, scene, scene, { ...rest, said: ['In colour: Food.'] });
    expect(words(picture, 'heading')).toEqual([input.words.title, 'In colour: Food.']);
    const key = words(picture, 'legend');
    expect(key).toContain('Food');
    expect(key.at(-1)).toBe(input.words.receipt);
    expect(layer(picture, 'marks')).toHaveLength(layer(scene, 'marks').length);
    expect(words(picture, 'labels')).toEqual(words(scene, 'labels'));
    expect(layer(picture, 'border')).toEqual([]);
    expect(picture.description).toMatch(/^In colour: Food\. A map of 240/u);
  });

  it('breaks a receipt that is longer than the picture', () => {
    const receipt = Array.from({ length: 40 }, (_, i) => `piece ${i}`).join(' · ');
    const long = { ...input, words: { ...input.words, receipt } };
    const texts = layer(viewPicture(long, scene, scene, { ...rest, said: [] }), 'legend').flatMap((item) =>
      item.kind === 'text' && item.text.includes('piece') ? [item] : [],
    );
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.map(({ text }) => text).join(' ')).toBe(receipt);
    expect(Math.max(...texts.map(({ text, size, face }) => textWidth(text, size, face)))).toBeLessThanOrEqual(
      860,
    );
  });

  it('is grey where something is lit, with what is lit over it and its lines in the key', () => {
    const picture = viewPicture(input, scene, scene, { ...rest, light, said: [] });
    expect(new Set(fills(picture, 'marks'))).toEqual(new Set([strand]));
    expect(layer(picture, 'rings')).toEqual([]);
    expect(picture.layers.find(({ name }) => name === 'strands')?.opacity).toBeLessThan(1);
    const shapes = layer(picture, 'lit').flatMap((item) => (item.kind === 'shape' ? [item] : []));
    expect(
      shapes
        .filter(({ name }) => name !== '')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(lit.map((node) => input.nodes[node]!.label).sort());
    expect(shapes.some(({ stroke, dash }) => stroke === accent && dash !== undefined)).toBe(true);
    expect(words(picture, 'legend')).toContain('a tie that is not there yet');
    const whole = words(picture, 'labels').join(' ').replace(/\s/gu, '');
    expect(whole).toContain(input.nodes[centre]!.label.replace(/\s/gu, ''));
    const names = picture.layers.map(({ name }) => name);
    expect(names.indexOf('lit')).toBeGreaterThan(names.indexOf('marks'));
    expect(names.indexOf('labels')).toBeGreaterThan(names.indexOf('lit'));
  });

  it('has whom a filter leaves in colour, and pale who it does not', () => {
    const nodes = Uint8Array.from(input.nodes, ({ category }) => (category === 2 ? 1 : 0));
    const passing = Uint8Array.from(input.ties, ({ a, b }) => (nodes[a] === 1 && nodes[b] === 1 ? 1 : 0));
    const shown = { nodes, ties: passing };
    const filtered = filterScene(input, scene, 'light', shown);
    const picture = viewPicture(input, filtered, scene, { ...rest, shown, said: [] });
    expect(fills(picture, 'marks')).toEqual(fills({ ...filtered }, 'marks'));
    expect(words(picture, 'legend').at(-1)).toBe(input.words.receipt);
  });

  it('is the part that the camera sees, with nothing over title and key', () => {
    const camera = { x: 0.4, y: 0.5, zoom: 4 };
    const picture = viewPicture(input, scene, scene, { ...rest, camera, said: [] });
    expect(layer(picture, 'marks').length).toBeGreaterThan(0);
    expect(layer(picture, 'marks').length).toBeLessThan(layer(scene, 'marks').length / 2);
    expect(fills(picture, 'border')).toEqual([paper, paper, paper, paper]);
    const names = picture.layers.map(({ name }) => name);
    expect(names.indexOf('border')).toBeGreaterThan(names.indexOf('marks'));
    expect(names.indexOf('legend')).toBeGreaterThan(names.indexOf('border'));
    const wide = viewPicture(input, scene, scene, { ...rest, said: [] });
    expect(picture.width).toBe(wide.width);
  });
});

describe('greyLayers', () => {
  it('leaves hulls and words as they are', () => {
    const grey = { layers: greyLayers(scene.layers, themes.light) };
    for (const name of ['hulls', 'titles', 'labels']) expect(layer(grey, name)).toEqual(layer(scene, name));
  });
});
