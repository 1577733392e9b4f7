import { discsThatFit, twoLevelLayout } from '#analysis/layout/two-level-layout.ts';
import { backbone, type GroupTies } from '#viz/scene/between-groups.ts';
import {
  drawGroups,
  drawLeaders,
  drawNames,
  drawOrganizations,
  drawStrands,
} from '#viz/scene/draw-layers.ts';
import { groupHull } from '#viz/scene/hull.ts';
import { markSizes, type MarkSizes } from '#viz/scene/mark-sizes.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import { placeLabels } from '#viz/scene/place-labels.ts';
import { routeStrands } from '#viz/scene/route-strands.ts';
import type { GroupPlace, Layer, Places, Rectangle } from '#viz/scene/scene.ts';
import { shownTies } from '#viz/scene/shown-ties.ts';
import type { Style } from '#viz/scene/style.ts';
import {
  formsThatDiffer,
  placeTitles,
  titleBlocks,
  type TitleBlock,
  type TitleForm,
} from '#viz/scene/titles.ts';
import { nameBlocks, wishes } from '#viz/scene/wishes.ts';
import type { TextBlock } from '#viz/scene/wrap-text.ts';

interface Frame {
  readonly seed: number;
  readonly view: 'far' | 'near';
  readonly style: Style;
  readonly box: Rectangle;
  readonly pairs: readonly GroupTies[];
  readonly widest: number;
}

interface Arranged {
  readonly layers: readonly Layer[];
  readonly places: Places;
  readonly sizes: MarkSizes;
  /** Of the strand with the most ties. */
  readonly widest: number;
}

/**
 * Everything inside the map's box: sizes, layout, hulls, titles, strands, names, and the marks they are drawn as.
 *
 * Input    whole: the input with its loose parts behind its groups (withLooseParts)
 */
export function arrangeMap(input: MapInput, whole: MapInput, frame: Frame): Arranged {
  const { style, box, pairs, view } = frame;
  const { mm } = style;
  const blocks = nameBlocks(whole, style, view);
  const { layout, sizes, titles } = fit(whole, input.groups.length, frame, blocks);
  const at = { x: layout.x.map((x) => x + box.x), y: layout.y.map((y) => y + box.y) };
  const groups = input.groups.map(({ members }, g): GroupPlace => {
    const marks = members.map((i) => ({ x: at.x[i]!, y: at.y[i]!, reach: sizes.reach[i]! }));
    return {
      x: layout.centres[g]!.x + box.x,
      y: layout.centres[g]!.y + box.y,
      hull: groupHull(marks, sizes.pad),
    };
  });
  const plates = placeTitles(titles, groups, box, style);
  const discs = sizes.discs.map((disc) => disc.radiusX).sort((p, q) => p - q);
  // A strand wider than a third of a usual disc would outweigh what it joins.
  const widest = Math.min(frame.widest, 0.3 * (discs[discs.length >> 1] ?? frame.widest));
  const strands = routeStrands(pairs, { groups, titles: plates, widest, mm, box });
  const labels = placeLabels(wishes(whole, blocks, layout.side, view), {
    frame: box,
    ...at,
    reach: sizes.reach,
    titles: plates,
    strands,
    hulls: groups.map((group) => group.hull),
    mm,
  });
  const ties = shownTies(whole, input.groups.length, style.thinner * Math.min(sizes.scale, mm));
  const marks = { ...at, radius: sizes.radius, reach: sizes.reach, ties };
  return {
    layers: [
      drawStrands(input, style, strands),
      ...drawGroups(input, style, groups, { titles, plates }),
      drawLeaders(labels, style),
      ...drawOrganizations(whole, style, marks),
      drawNames(labels, style),
    ],
    places: { ...marks, groups, strands, labels, titles: plates },
    sizes,
    widest,
  };
}

/** Titles may take so much of the discs' room: below this share of their size the titles say less instead. */
const leastShrink = 0.45;

/** Sizes as large as the box allows, and the layout with them; only the first `named` groups have a title. */
function fit(
  input: MapInput,
  named: number,
  { seed, style, box }: Frame,
  blocks: readonly (readonly TextBlock[] | null)[],
) {
  const { mm } = style;
  const reserved = input.nodes.map((node, i) => (node.bridge > 0 ? (blocks[i]?.at(-1) ?? null) : null));
  const pairs = backbone(input);
  const greatest = pairs[0]?.ties ?? 1;
  const links = pairs.map(({ a, b, ties }) => ({ a, b, weight: ties / greatest }));
  const room = { box, names: reserved, titleHeight: 2.6 * style.text.title, mm };
  const plates = (titles: readonly TitleBlock[]) =>
    input.groups.map((_, g) => {
      const title = titles[g];
      return { width: title?.width ?? 0, height: title === undefined ? 0 : title.height + 0.8 * mm };
    });
  // Few groups stand further apart: their strands are seen, and the nearest neighbour is one of the same group.
  const groupGap = (input.groups.length <= 8 ? 4.5 : 2.6) * mm;
  const head = { ...input, groups: input.groups.slice(0, named) };
  const attempt = (form: TitleForm) => {
    let shrink = 1;
    let sizes = markSizes(input, room);
    let titles = titleBlocks(head, style, sizes.discs, form);
    // Twice: smaller discs may break a title into two lines.
    for (let round = 0; round < 2; round++) {
      const { discs } = sizes;
      shrink *= discsThatFit({ discs, titles: plates(titles), links, box, groupGap, seed });
      sizes = markSizes(input, room, shrink);
      titles = titleBlocks(head, style, sizes.discs, form);
    }
    return { shrink, sizes, titles };
  };
  const [first, ...shorter] = formsThatDiffer(head.groups);
  let fitted = attempt(first);
  for (const form of shorter) if (fitted.shrink < leastShrink) fitted = attempt(form);
  const { sizes, titles } = fitted;
  const layout = twoLevelLayout({
    n: input.nodes.length,
    ties: input.ties,
    groups: input.groups.map((group) => group.members),
    radius: sizes.reach,
    nameWidth: Float64Array.from(reserved, (block) => block?.width ?? 0),
    nameHeight: Float64Array.from(reserved, (block) => block?.height ?? 0),
    titles: plates(titles),
    links,
    discs: sizes.discs,
    hullPad: sizes.pad,
    box,
    markGap: sizes.gap,
    groupGap,
    seed,
  });
  return { layout, sizes, titles };
}
