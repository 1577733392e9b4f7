import { drawMark, drawRing } from '#viz/scene/draw-mark.ts';
import { ringWidth } from '#viz/scene/mark-sizes.ts';
import { linePath, polygonPath } from '#viz/scene/path-data.ts';
import { countOf, sizeOf } from '#viz/scene/count-of.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { PlacedLabel } from '#viz/scene/place-labels.ts';
import type { GroupPlace, Layer, Places, Rectangle, Shape, StrandPlace, Text } from '#viz/scene/scene.ts';
import type { Style } from '#viz/scene/style.ts';
import type { TitleBlock } from '#viz/scene/titles.ts';
import { lineHeight, type TextBlock } from '#viz/scene/wrap-text.ts';

interface Titles {
  readonly titles: readonly TitleBlock[];
  readonly plates: readonly Rectangle[];
}

/** Strands with a casing where they cross, the widest on top. */
export function drawStrands(input: MapInput, { theme, mm }: Style, strands: readonly StrandPlace[]): Layer {
  const items = [...strands].reverse().flatMap(({ a, b, ties, width, points }): Shape[] => {
    const name = `${input.groups[a]!.name} and ${input.groups[b]!.name}: ${countOf(ties, 'tie')}`;
    const d = linePath(points);
    const casing: Shape = {
      kind: 'shape',
      d,
      fill: null,
      stroke: theme.paper,
      strokeWidth: width + 1.3 * mm,
      name: '',
    };
    return [casing, { ...casing, stroke: theme.strand, strokeWidth: width, name }];
  });
  return { name: 'strands', items };
}

/** Hulls above the strands, titles with a halo above both. */
export function drawGroups(
  input: MapInput,
  style: Style,
  groups: readonly GroupPlace[],
  { titles, plates }: Titles,
): readonly Layer[] {
  const { theme, mm } = style;
  const hulls = groups.map(({ hull }, g): Shape => ({
    kind: 'shape',
    d: polygonPath(hull),
    fill: theme.hull,
    stroke: theme.hullLine,
    strokeWidth: 0.25 * mm,
    name: `${input.groups[g]!.name}, ${countOf(input.groups[g]!.members.length, 'organization')}`,
  }));
  const titleTexts = titles.flatMap((title, g) => drawTitle(title, plates[g]!, style));
  return [
    { name: 'hulls', items: hulls },
    { name: 'titles', items: titleTexts },
  ];
}

/** The name of a group over its count, centred on its plate. */
export function drawTitle(
  { name, count }: TitleBlock,
  plate: Rectangle,
  { theme, text }: Style,
): readonly Text[] {
  const x = plate.x + plate.width / 2;
  const y = plate.y + name.height + 0.95 * text.count;
  const line = {
    anchor: 'middle',
    face: 'interRegular',
    size: text.count,
    fill: theme.muted,
    halo: theme.paper,
  } as const;
  return [
    ...textLines(name, x, plate.y, 'middle', theme.ink, theme.paper),
    { kind: 'text', text: count, x, y, ...line },
  ];
}

/** Ties, rings, marks of all that are in a group (or a loose part); small marks above large ones. */
export function drawOrganizations(
  input: MapInput,
  style: Style,
  at: Pick<Places, 'x' | 'y' | 'radius' | 'reach' | 'ties'>,
): readonly Layer[] {
  const { theme } = style;
  const lines = at.ties.map(({ tie, width }): Shape => {
    const { a, b } = input.ties[tie]!;
    return {
      kind: 'shape',
      d: linePath([
        [at.x[a]!, at.y[a]!],
        [at.x[b]!, at.y[b]!],
      ]),
      fill: null,
      stroke: theme.tie,
      strokeWidth: width,
      name: '',
    };
  });
  const order = input.nodes
    .map((_, i) => i)
    .filter((i) => input.nodes[i]!.group >= 0)
    .sort((p, q) => at.radius[q]! - at.radius[p]! || p - q);
  const rings = order
    .filter((i) => input.nodes[i]!.bridge > 0)
    .map((i) => {
      const width = ringWidth(at.radius[i]!, at.reach[i]!, input.nodes[i]!.category);
      return drawRing(at.x[i]!, at.y[i]!, at.reach[i]!, width, style);
    });
  const marks = order.flatMap((i) => {
    const { category, hollow, label, size } = input.nodes[i]!;
    const sector = input.categories[category]?.name;
    const name = `${label}${sector === undefined ? '' : `, ${sector}`}, ${sizeOf(size, input.words)}`;
    return drawMark({ category, hollow, name }, at.x[i]!, at.y[i]!, at.radius[i]!, style);
  });
  return [
    { name: 'ties', items: lines },
    { name: 'rings', items: rings },
    { name: 'marks', items: marks },
  ];
}

/** Leader lines lie below the marks: they hide none on their way. */
export function drawLeaders(labels: readonly PlacedLabel[], { theme, mm }: Style): Layer {
  const items = labels.flatMap(({ leader }): Shape[] => {
    if (!leader) return [];
    const d = linePath(leader);
    const line: Shape = {
      kind: 'shape',
      d,
      fill: null,
      stroke: theme.paper,
      strokeWidth: 0.8 * mm,
      name: '',
    };
    return [line, { ...line, stroke: theme.ink, strokeWidth: 0.2 * mm }];
  });
  return { name: 'leaders', items };
}

/** Names, each with a halo. */
export function drawNames(labels: readonly PlacedLabel[], { theme }: Style): Layer {
  const items = labels.flatMap(({ block, x, y, width }) =>
    textLines(block, x + width / 2, y, 'middle', theme.ink, theme.paper),
  );
  return { name: 'labels', items };
}

function textLines(
  block: TextBlock,
  x: number,
  top: number,
  anchor: Text['anchor'],
  fill: string,
  halo: string | null,
): readonly Text[] {
  return block.lines.map((text, i) => ({
    kind: 'text',
    text,
    x,
    y: top + (i * lineHeight + 0.9) * block.size,
    anchor,
    face: block.face,
    size: block.size,
    fill,
    halo,
  }));
}
