import { countOf } from '#viz/scene/count-of.ts';
import { backbone } from '#viz/scene/between-groups.ts';
import { arrangeMap } from '#viz/scene/arrange-map.ts';
import { legend } from '#viz/scene/legend.ts';
import { mapHeading, noHeading } from '#viz/scene/map-heading.ts';
import { markSizes } from '#viz/scene/mark-sizes.ts';
import { linePath } from '#viz/scene/path-data.ts';
import { withLooseParts } from '#viz/scene/loose-parts.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Layer, Rectangle, Scene, Shape, Text } from '#viz/scene/scene.ts';
import { styleOf, type Style } from '#viz/scene/style.ts';
import type { ThemeName } from '#viz/scene/theme.ts';
import { tray } from '#viz/scene/tray.ts';

export interface MapOptions {
  readonly width: number;
  readonly height: number;
  readonly unit: 'mm' | 'px';
  readonly seed: number;
  readonly theme: ThemeName;
  /** far: bridge-builders are named (everybody where 60 or fewer are); near: as many as fit, at most about 70. */
  readonly view: 'far' | 'near';
  /** Whether the picture carries its own title and frame margin; a report prints its caption itself. */
  readonly heading: boolean;
  /** Whether the picture carries its key; a screen writes its own beside it. Default: it does. */
  readonly key?: boolean;
}

/**
 * The map as a scene: the layout, hulls, strands, names, tray and key of one network on one picture.
 *
 * Input    MapInput, and the picture's size, unit, seed, colours and view
 * Output   the scene
 * Random   the layout's streams under the seed
 * Cost     about 0.4 s at 600 organizations
 */
export function drawMap(input: MapInput, options: MapOptions): Scene {
  const style = styleOf(options, options.theme, input.groups.length);
  const { mm } = style;
  const margin = options.heading ? 5 * mm : 0.4 * mm;
  const inner = options.width - 2 * margin;
  const pairs = backbone(input);
  const widest = 4 * mm;
  const key = options.key === false ? noKey : legend(input, style, inner, pairs[0]?.ties ?? 0);
  const whole = withLooseParts(input);
  const bare = whole.groups.length === 0;
  const rest = tray(whole, style, inner, (bare ? 0.6 : 0.12) * options.height);
  const head = options.heading ? mapHeading(input.words, style, inner) : noHeading;
  const below = (rest.height > 0 ? rest.height + 1.2 * mm : 0) + 2 * mm;
  const boxAbove = (keyHeight: number): Rectangle => {
    const height = Math.max(20 * mm, options.height - 2 * margin - head.height - below - keyHeight);
    return { x: margin, y: margin + head.height, width: inner, height };
  };
  // The key shows marks at their size, the marks' size depends on the room that the key leaves: estimated once.
  const rough = {
    box: boxAbove(key.heightAt(mm, widest)),
    names: [],
    titleHeight: 2.6 * style.text.title,
    mm,
  };
  const box = boxAbove(key.heightAt(markSizes(whole, rough).scale, widest));
  const map = arrangeMap(input, whole, { seed: options.seed, view: options.view, style, box, pairs, widest });
  // Where nothing is to be arranged the tray is the picture, and stands at its top.
  const bottom = bare ? box.y : box.y + box.height + 1 * mm;
  const traysTop = bottom + 0.6 * mm;
  const trayItems = rest.draw(margin, traysTop, map.sizes, map.places);
  const legendTop = traysTop + (rest.height > 0 ? rest.height + 0.6 * mm : 0);
  const rule = ruleAt(margin, bottom, inner, style);
  const keyItems = key.draw(margin, legendTop, { ...map.sizes, widest: map.widest });
  const layers: Layer[] = [
    ...map.layers,
    {
      name: 'tray',
      items: belowRule(bare, rule, trayItems, keyItems.length),
    },
    { name: 'legend', items: keyItems },
    { name: 'heading', items: head.draw(margin) },
  ];
  return {
    width: options.width,
    height: options.height,
    unit: options.unit,
    title: input.words.title,
    description: describe(input),
    background: style.theme.paper,
    layers: layers.filter((layer) => layer.items.length > 0),
    places: map.places,
  };
}

/** The tray, below a rule where there is a map above it and anything below. */
function belowRule(
  bare: boolean,
  rule: Shape,
  tray: readonly (Shape | Text)[],
  keys: number,
): readonly (Shape | Text)[] {
  return bare || keys + tray.length === 0 ? tray : [rule, ...tray];
}

/** Between the map and what stands below it. */
function ruleAt(x: number, y: number, length: number, { theme, mm }: Style): Shape {
  const d = linePath([
    [x, y],
    [x + length, y],
  ]);
  return { kind: 'shape', d, fill: null, stroke: theme.hullLine, strokeWidth: 0.2 * mm, name: '' };
}

const noKey: ReturnType<typeof legend> = { heightAt: () => 0, draw: () => [] };

/** The picture in words, for those who do not see it. */
function describe(input: MapInput): string {
  const ringed = input.nodes.filter((node) => node.bridge > 0).sort((a, b) => a.bridge - b.bridge);
  const groups = input.groups.map((group) => `${group.name} (${group.members.length})`).join('; ');
  return [
    `A map of ${countOf(input.nodes.length, 'organization')} and ${countOf(input.ties.length, 'tie')}${input.groups.length === 0 ? '' : ` in ${countOf(input.groups.length, 'group')} of 4 or more`}.`,
    groups === '' ? '' : `Groups: ${groups}.`,
    ringed.length === 0 ? '' : `Bridge-builders: ${ringed.map((node) => node.label).join(', ')}.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
