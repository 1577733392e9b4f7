import { describe, expect, it } from 'vitest';
import { mapPage, plantedMap } from '#test/viz/planted-map.ts';
import { shiftOf } from '#viz/scene/camera.ts';
import { drawMap } from '#viz/scene/draw-map.ts';
import { drawFrameNames } from '#viz/scene/draw-names.ts';
import { overlaps } from '#viz/scene/place-labels.ts';

const input = plantedMap({ n: 240, groups: 8 });
const scene = drawMap(input, mapPage);

describe('drawFrameNames', () => {
  it.each([1, 2, 4, 8])('lays no name on another or on a title, enlarged %i times', (zoom) => {
    for (const [x, y] of [
      [0.5, 0.5],
      [0.3, 0.35],
      [0.75, 0.7],
    ] as const) {
      const shift = shiftOf({ x, y, zoom }, scene);
      const { boxes } = drawFrameNames(input, scene, {
        theme: 'light',
        shift,
        named: null,
        beside: null,
        touched: null,
      });
      boxes.forEach((box, i) => {
        for (const other of boxes.slice(i + 1)) expect(overlaps(box, other)).toBe(false);
      });
      expect(boxes.length).toBeGreaterThan(0);
    }
  });

  it('names what the picture is about, at most about 70 in all, and only what is in the frame', () => {
    const named = [5, 9];
    const shift = shiftOf({ x: 0.5, y: 0.5, zoom: 1 }, scene);
    const { layers } = drawFrameNames(input, scene, {
      theme: 'light',
      shift,
      named,
      beside: [],
      touched: named,
    });
    const labels = layers.find(({ name }) => name === 'labels')!.items;
    const texts = labels.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ');
    for (const node of named)
      expect(texts.replace(/\s/gu, '')).toContain(input.nodes[node]!.label.replace(/\s/gu, ''));
    expect(labels.length).toBeLessThanOrEqual(2 * named.length);
  });

  it('names what the picture is about though a filter leaves it out', () => {
    const { layers } = drawFrameNames(input, scene, {
      theme: 'light',
      shift: shiftOf({ x: 0.5, y: 0.5, zoom: 1 }, scene),
      named: [5],
      beside: [5, 9],
      shown: new Uint8Array(input.nodes.length),
      touched: null,
    });
    const labels = layers.find(({ name }) => name === 'labels')!.items;
    const text = labels.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join('');
    expect(text.replace(/\s/gu, '')).toBe(input.nodes[5]!.label.replace(/\s/gu, ''));
  });
});
