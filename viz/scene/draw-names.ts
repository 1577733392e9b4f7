import { type Shift, frameOf, inFrame } from '#viz/scene/camera.ts';
import { drawLeaders, drawNames, drawTitle } from '#viz/scene/draw-layers.ts';
import { withLooseParts } from '#viz/scene/loose-parts.ts';
import { rectanglePath } from '#viz/scene/path-data.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import { overlaps, placeLabels, type Wish } from '#viz/scene/place-labels.ts';
import type { GroupPlace, Layer, Point, Rectangle, Scene, Shape, StrandPlace } from '#viz/scene/scene.ts';
import { type Style, styleOf } from '#viz/scene/style.ts';
import type { ThemeName } from '#viz/scene/theme.ts';
import { formsThatDiffer, placeTitles, titleBlocks, type TitleBlock } from '#viz/scene/titles.ts';
import { nameBlocks, wishes } from '#viz/scene/wishes.ts';

/** From here on organizations are named that are no bridge-builders. */
const nearFrom = 1.6;
const mostNames = 70;
/** A title is wrapped at so many radii of its disc (titleBlocks). */
const titleWidth = 2.1;

interface Asked {
  readonly theme: ThemeName;
  readonly shift: Shift;
  /** What the picture is about, most important first: these must be named; null: nothing special. */
  readonly named: readonly number[] | null;
  /** Those that may be named beside them; null: all. */
  readonly beside: readonly number[] | null;
  /** 1: may be named, by node; null: everybody may. What the picture is about is named in any case. */
  readonly shown?: Uint8Array | null;
  /** Titles of groups without any of these are muted; null: none is. */
  readonly touched: readonly number[] | null;
}

/**
 * Titles and names of an enlarged or lit picture, at their own size on the frame: nearer, more of them fit.
 *
 * Output   layers in frame units, and the boxes they take
 */
export function drawFrameNames(input: MapInput, scene: Scene, asked: Asked): FrameNames {
  const { shift, named } = asked;
  const style = styleOf(scene, asked.theme, input.groups.length);
  const frame = frameOf(scene);
  const { places } = scene;
  const move = ([x, y]: Point): Point => [shift.zoom * x + shift.dx, shift.zoom * y + shift.dy];
  const groups = places.groups.map(({ x, y, hull }): GroupPlace => {
    const [cx, cy] = move([x, y]);
    return { x: cx, y: cy, hull: hull.map(move) };
  });
  const seen = groups.flatMap(({ hull }, g) =>
    hull.some(([x, y]) => x > 0 && y > 0 && x < frame.width && y < frame.height) ? [g] : [],
  );
  const {
    titles,
    plates,
    groups: titled,
  } = titlesOf(input, scene, style, { groups, seen, zoom: shift.zoom });
  const labels = placeLabels(wanted(input, scene, asked), {
    frame,
    x: places.x.map((x) => shift.zoom * x + shift.dx),
    y: places.y.map((y) => shift.zoom * y + shift.dy),
    reach: places.reach.map((reach) => shift.zoom * reach),
    titles: plates,
    strands: places.strands.map((strand): StrandPlace => ({
      ...strand,
      width: strand.width * shift.zoom,
      points: strand.points.map(move),
    })),
    hulls: groups.map(({ hull }) => hull),
    mm: style.mm,
  });
  const touched = asked.touched && new Set(asked.touched.map((node) => input.nodes[node]!.group));
  const { theme } = style;
  const muted = { ...style, theme: { ...theme, ink: theme.muted } };
  const titleItems = titles.flatMap((title, at) =>
    drawTitle(title, plates[at]!, touched === null || touched.has(titled[at]!) ? style : muted),
  );
  // Lit ties run over the picture: they pass behind a title, not through it.
  const behind = named === null ? [] : plates.map((plate) => titlePlate(plate, style));
  return {
    layers: [
      { name: 'titles', items: [...behind, ...titleItems] },
      drawLeaders(labels, style),
      drawNames(labels, style),
    ],
    boxes: [...labels, ...plates],
  };
}

/** Paper behind a title. */
function titlePlate({ x, y, width, height }: Rectangle, { theme, mm }: Style): Shape {
  return {
    kind: 'shape',
    d: rectanglePath(x - 0.7 * mm, y - 0.3 * mm, width + 1.4 * mm, height + 0.3 * mm),
    fill: theme.paper,
    stroke: null,
    strokeWidth: 0,
    name: '',
  };
}

interface FrameNames {
  readonly layers: readonly Layer[];
  readonly boxes: readonly Rectangle[];
}

interface Seen {
  readonly groups: readonly GroupPlace[];
  readonly seen: readonly number[];
  readonly zoom: number;
}

/**
 * Titles of the groups in the frame, wrapped no wider than on the whole picture. Where two meet all say less; where
 * they meet even then, the larger group's stays.
 */
function titlesOf(input: MapInput, scene: Scene, style: Style, { groups, seen, zoom }: Seen) {
  const widths = scene.places.titles.map(({ width }) => ({ radiusX: (zoom * width) / titleWidth }));
  const hulls = seen.map((g) => groups[g]!);
  let [titles, plates, kept]: [readonly TitleBlock[], readonly Rectangle[], readonly number[]] = [[], [], []];
  for (const form of formsThatDiffer(input.groups)) {
    const blocks = titleBlocks(input, style, widths, form);
    titles = seen.map((g) => blocks[g]!);
    plates = placeTitles(titles, hulls, frameOf(scene), style);
    kept = clearOfOthers(plates);
    if (kept.length === seen.length) break;
  }
  return {
    titles: kept.map((at) => titles[at]!),
    plates: kept.map((at) => plates[at]!),
    groups: kept.map((at) => seen[at]!),
  };
}

/** Those that no earlier one, of a larger group, covers. */
function clearOfOthers(plates: readonly Rectangle[]): readonly number[] {
  return plates.flatMap((plate, at) =>
    plates.slice(0, at).some((other) => overlaps(plate, other)) ? [] : [at],
  );
}

/** Who wants a name here: what the picture is about, then those that are lit and in the frame. */
function wanted(
  input: MapInput,
  scene: Scene,
  { theme, shift, named, beside, shown = null }: Asked,
): readonly Wish[] {
  const near = shift.zoom >= nearFrom || beside !== null;
  const style = styleOf(scene, theme, input.groups.length);
  const side = new Int8Array(input.nodes.length);
  const seen = (node: number): boolean => inFrame(shift, scene.places.x[node]!, scene.places.y[node]!, scene);
  const visible = (node: number): boolean => (shown === null || shown[node] === 1) && seen(node);
  const allowed = beside === null ? null : new Set(beside);
  const blocks = nameBlocks(withLooseParts(input), style, near ? 'near' : 'far', seen);
  const first = (named ?? []).flatMap((node): Wish[] => {
    const block = blocks[node];
    return block && seen(node) ? [{ node, blocks: block, must: true, side: 0 }] : [];
  });
  const musts = new Set(first.map(({ node }) => node));
  // Beside what the picture is about, names are a courtesy: they yield.
  const others = wishes(
    input,
    blocks.map((block, node) =>
      musts.has(node) || !visible(node) || (allowed !== null && !allowed.has(node)) ? null : block,
    ),
    side,
    near ? 'near' : 'far',
  ).map((wish) => (named === null ? wish : { ...wish, must: false }));
  return [...first, ...others].slice(0, mostNames);
}
