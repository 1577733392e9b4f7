import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { plantedMap } from '#test/viz/planted-map.ts';
import { sceneToSvg } from '#viz/render/svg.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

const allowed = new Map([
  ['svg', ['xmlns', 'width', 'height', 'viewBox', 'role']],
  ['title', []],
  ['desc', []],
  ['rect', ['width', 'height', 'fill']],
  ['g', ['class', 'stroke-linejoin', 'opacity']],
  ['path', ['d', 'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap']],
  [
    'text',
    [
      'x',
      'y',
      'font-family',
      'font-weight',
      'font-size',
      'text-anchor',
      'fill',
      'stroke',
      'stroke-width',
      'aria-hidden',
    ],
  ],
]);

function parse(svg: string): { elements: string[]; attributes: string[]; text: string } {
  const elements: string[] = [];
  const attributes: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    elements.push(tag.name);
    attributes.push(...Object.keys(tag.attributes).map((name) => `${tag.name} ${name}`));
  });
  parser.on('text', (part) => (text += part));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { elements, attributes, text };
}

describe('sceneToSvg', () => {
  const hostile = '</text><script>alert(1)</script> & "q" \u0000\u0008\uD800';
  const input = plantedMap({ n: 54, groups: 4 });
  const nodes = input.nodes.map((node) => (node.bridge === 1 ? { ...node, label: hostile } : node));
  const scene = drawMap(
    { ...input, nodes, words: { ...input.words, title: hostile } },
    {
      width: 170,
      height: 167,
      unit: 'mm',
      seed: 1,
      theme: 'print',
      view: 'far',
      heading: true,
    },
  );
  const svg = sceneToSvg(scene);

  it('is well-formed, of allowed elements and attributes only', () => {
    const { elements, attributes } = parse(svg);
    const names = [...allowed].flatMap(([element, list]) => list.map((name) => `${element} ${name}`));
    expect(elements.filter((name) => !allowed.has(name))).toEqual([]);
    expect(attributes.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('keeps a hostile name as text', () => {
    expect(parse(svg).text).toContain('<script>');
    expect(svg).not.toMatch(/<script|href|foreignObject|style=|on\w+=/);
  });

  it('says what it shows', () => {
    expect(svg).toMatch(/<desc>A map of 54 organizations and \d+ ties in 4 groups/);
  });

  it('draws dashes and pale layers', () => {
    const line = {
      kind: 'shape',
      d: 'M0 0L9 9',
      fill: null,
      stroke: '#000000',
      strokeWidth: 3,
      name: '',
    } as const;
    const dashed = { ...line, dash: [0.4, 2] } as const;
    const drawn = sceneToSvg({
      ...scene,
      layers: [{ name: 'ties', opacity: 0.6, items: [dashed] }],
    });
    expect(drawn).toContain('<g class="ties" stroke-linejoin="round" opacity="0.6">');
    expect(drawn).toContain('stroke-dasharray="1.2 6" stroke-linecap="round"');
    const { elements, attributes } = parse(drawn);
    expect(elements.filter((name) => !allowed.has(name))).toEqual([]);
    expect(attributes.every((name) => name !== 'path style')).toBe(true);
  });

  it('has no number that is not finite', () => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  });
});
