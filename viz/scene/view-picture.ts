import { frameOf, shiftOf } from '#viz/scene/camera.ts';
import { drawSpotlight } from '#viz/scene/draw-spotlight.ts';
import { greyLayers } from '#viz/scene/grey-layers.ts';
import { label, legend } from '#viz/scene/legend.ts';
import { markScale } from '#viz/scene/mark-sizes.ts';
import { rectanglePath } from '#viz/scene/path-data.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Layer, Picture, Scene, Shape, Text } from '#viz/scene/scene.ts';
import { seenLayer } from '#viz/scene/seen-layer.ts';
import { type Style, styleOf } from '#viz/scene/style.ts';
import { nameLayers, type View, viewNames } from '#viz/scene/view-names.ts';
import { lineHeight, wrapText } from '#viz/scene/wrap-text.ts';

interface Seen extends View {
  /** What is shown, in lines: stand below the title. */
  readonly said: readonly string[];
}

/**
 * What one looks at as a picture to keep: the same frame, lights, filter and names as on screen, its title and what is
 * shown above, the key and the receipt below.
 *
 * Input    scene: as it is on screen (filtered where a filter is on); whole: the same without a filter
 * Output   the frame's size with room for title and key, in px
 */
export function viewPicture(input: MapInput, scene: Scene, whole: Scene, view: Seen): Picture {
  const style = styleOf(scene, view.theme, input.groups.length);
  const margin = 1.6 * style.text.key;
  const head = heading(input, view.said, style, margin, scene.width);
  const top = margin + head.height;
  const key = keyBelow(input, whole, view, style);
  const bottom = top + scene.height + 0.8 * style.text.key;
  const size = { width: scene.width + 2 * margin, height: bottom + key.height + margin };
  const frame = { ...frameOf(scene), x: margin, y: top };
  const { zoom, dx, dy } = shiftOf(view.camera, scene);
  const seen = (layer: Layer): Layer => seenLayer(layer, { zoom, dx: dx + margin, dy: dy + top }, frame);
  const named = (layer: Layer): Layer => seenLayer(layer, { zoom: 1, dx: margin, dy: top }, frame);
  const layers = [
    ...marksOf(input, scene, view, style).map(seen),
    ...viewNames(input, scene, view).map(named),
    { name: 'border', items: zoom > 1 ? border(size, frame, style) : [] },
    { name: 'heading', items: head.items },
    { name: 'legend', items: key.draw(margin, bottom) },
  ] satisfies Layer[];
  return {
    ...size,
    unit: scene.unit,
    title: input.words.title,
    description: [...view.said, scene.description].join(' '),
    background: style.theme.paper,
    layers: layers.filter(({ items }) => items.length > 0),
  };
}

/** Everything but names, from below: the picture, grey where something is lit, and what is lit over it. */
function marksOf(input: MapInput, scene: Scene, { theme, light }: View, style: Style): readonly Layer[] {
  const base = scene.layers.filter(({ name }) => !nameLayers.has(name));
  if (light === null) return base;
  return [
    ...greyLayers(base, style.theme),
    { name: 'lit', items: drawSpotlight(input, scene, theme, light) },
  ];
}

function keyBelow(input: MapInput, whole: Scene, { camera, light }: View, style: Style) {
  const { strands } = whole.places;
  const greatest = strands.reduce((most, { ties }) => Math.max(most, ties), 0);
  const widest = camera.zoom * strands.reduce((most, { width }) => Math.max(most, width), 0);
  const scale = camera.zoom * markScale(input, whole.places.radius);
  const key = legend(input, style, whole.width, greatest, light);
  return {
    height: key.heightAt(scale, widest),
    draw: (x: number, y: number) =>
      key.draw(x, y, { scale, ringGap: 0, ringWidth: 0.2 * style.text.key, widest }),
  };
}

function heading(input: MapInput, said: readonly string[], style: Style, margin: number, width: number) {
  const { heading: large, key: small } = style.text;
  const { muted, ink } = style.theme;
  const lines = said.flatMap((line) => wrapText(line, small, 'interRegular', width, width, 3).lines);
  const step = 1.25 * small * lineHeight;
  const items: readonly Text[] = [
    label(input.words.title, margin, margin + 0.45 * large, style, 'serifSemibold', ink, large),
    ...lines.map((line, at) =>
      label(line, margin, margin + 1.3 * large + (at + 0.5) * step, style, 'interRegular', muted),
    ),
  ];
  return { items, height: 1.3 * large + lines.length * step + 0.6 * small };
}

/** Paper over what reaches out of the frame. */
function border(
  size: { readonly width: number; readonly height: number },
  {
    x,
    y,
    width,
    height,
  }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  { theme }: Style,
): readonly Shape[] {
  const paper = { kind: 'shape', fill: theme.paper, stroke: null, strokeWidth: 0, name: '' } as const;
  return [
    rectanglePath(0, 0, size.width, y),
    rectanglePath(0, y + height, size.width, size.height - y - height),
    rectanglePath(0, y, x, height),
    rectanglePath(x + width, y, size.width - x - width, height),
  ].map((d): Shape => ({ ...paper, d }));
}
