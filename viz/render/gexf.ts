import type { ShownNetwork } from '#viz/map/shown-network.ts';
import { xmlText } from '#viz/render/xml-text.ts';
import { groupLetter } from '#viz/report/report-groups.ts';
import { short } from '#viz/scene/path-data.ts';
import type { MapInput, MapNode } from '#viz/scene/picture.ts';
import type { Places, Scene } from '#viz/scene/scene.ts';
import { themes, type ThemeName } from '#viz/scene/theme.ts';

interface GexfWords {
  readonly theme: ThemeName;
  /** What is shown, in lines. */
  readonly said: readonly string[];
}

/**
 * What is in colour on the map as GEXF 1.3, with places, sizes and colours as drawn: Gephi opens it as it is seen here.
 * Title, what is shown and the receipt are its description.
 */
export function mapToGexf(
  input: MapInput,
  { places, height }: Scene,
  { nodes, ties }: ShownNetwork,
  { theme, said }: GexfWords,
): string {
  const { title, receipt, category } = input.words;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `  <meta>\n    <creator>Weft map</creator>\n    <description>${xmlText([title, ...said, receipt].join('\n'))}</description>\n  </meta>`,
    '  <graph defaultedgetype="undirected" mode="static">',
    '    <attributes class="node" mode="static">',
    `      <attribute id="category" title="${xmlText(category)}" type="string"/>`,
    '      <attribute id="group" title="group" type="string"/>',
    '      <attribute id="bridge" title="bridge-builder rank" type="integer"/>',
    '    </attributes>',
    '    <nodes>',
    ...nodes.flatMap((i) => node(input, i, { places, height, theme })),
    '    </nodes>',
    '    <edges>',
    ...ties.flatMap((tie) => edge(input, tie)),
    '    </edges>',
    '  </graph>',
    '</gexf>',
    '',
  ];
  return lines.join('\n');
}

interface Drawn {
  readonly places: Places;
  readonly height: number;
  readonly theme: ThemeName;
}

function node(
  { nodes, categories }: MapInput,
  i: number,
  { places, height, theme }: Drawn,
): readonly string[] {
  const one = nodes[i];
  if (one === undefined) return [];
  const values = [
    ['category', categories[one.category]?.name],
    ['group', one.group < 0 ? undefined : groupLetter(one.group)],
    ['bridge', one.bridge === 0 ? undefined : String(one.bridge)],
  ].flatMap(([id, value]) =>
    value === undefined ? [] : [`<attvalue for="${id}" value="${xmlText(value)}"/>`],
  );
  const [x = NaN, y = NaN, radius = 0] = [places.x[i], places.y[i], places.radius[i]];
  // y points up in Gephi; who is not drawn has no place.
  const placed = Number.isFinite(x + y)
    ? `<viz:position x="${short(x)}" y="${short(height - y)}" z="0"/><viz:size value="${short(radius)}"/>`
    : '';
  return [
    `      <node id="${xmlText(one.id)}" label="${xmlText(one.label)}"><attvalues>${values.join('')}</attvalues>${color(one, theme)}${placed}</node>`,
  ];
}

function color({ category }: MapNode, theme: ThemeName): string {
  const { categories, unknown } = themes[theme];
  const hex = category < 0 ? unknown : (categories[category % categories.length] ?? unknown);
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return `<viz:color r="${channel(1)}" g="${channel(3)}" b="${channel(5)}"/>`;
}

function edge({ nodes, ties }: MapInput, tie: number): readonly string[] {
  const ends = ties[tie];
  const [from, to] = [nodes[ends?.a ?? -1], nodes[ends?.b ?? -1]];
  if (ends === undefined || from === undefined || to === undefined) return [];
  return [
    `      <edge id="${tie}" source="${xmlText(from.id)}" target="${xmlText(to.id)}" weight="${ends.strength}"/>`,
  ];
}
