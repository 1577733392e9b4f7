import { shapeReach } from '#viz/scene/mark-shape.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { TextBlock } from '#viz/scene/wrap-text.ts';

/** How large the marks and the discs of the groups are on this picture. */
export interface MarkSizes {
  /** Picture units per REPORT millimetre of a mark: radius = scale · (.72 + .30 √size). */
  readonly scale: number;
  readonly radius: Float64Array;
  /** What the mark covers, with its ring. */
  readonly reach: Float64Array;
  readonly ringGap: number;
  readonly ringWidth: number;
  /** Between two marks; between a mark and its hull. */
  readonly gap: number;
  readonly pad: number;
  readonly discs: readonly { readonly radiusX: number; readonly radiusY: number }[];
}

interface Room {
  readonly box: { readonly width: number; readonly height: number };
  /** Names that need room beside their mark, by node; null: none. */
  readonly names: readonly (TextBlock | null)[];
  readonly titleHeight: number;
  /** One REPORT millimetre. */
  readonly mm: number;
}

/** Share of the box that discs and titles take: more gets crowded, less looks lost. */
const fill = 0.62;
const smallestFill = 0.5;
/** Share of a disc that marks with their gaps take. */
const density = 0.4;

/** So few leave the picture empty unless they and the room between them grow further. */
const few = 24;

/** What a ring takes beyond its mark: gap and line, in marks' millimetres. */
const ringRoom = { gap: 0.62, line: 0.5 };

/** How wide the line of a ring is, from what mark and ring reach. */
export const ringWidth = (radius: number, reach: number, category: number): number =>
  ((reach - radius * shapeReach(category)) * ringRoom.line) / (ringRoom.gap + ringRoom.line);

export const markRadius = (size: number, scale: number): number =>
  scale * (0.72 + 0.3 * Math.sqrt(Math.max(0, size)));

/** The scale by which marks were sized, read off one of them; 0 where none is drawn. */
export function markScale(input: MapInput, radius: Float64Array): number {
  const drawn = radius.findIndex((value) => value > 0);
  return drawn < 0 ? 0 : radius[drawn]! / markRadius(input.nodes[drawn]!.size, 1);
}

/**
 * Sizes by which the groups fill the box: marks as REPORT has them where there is room, smaller on a crowded picture,
 * larger on a sparse one (at most 1.5 times, twice where
 * there are very few); the radius of a disc comes from the summed area of its marks and names.
 * `shrink` is what the packing asks for when discs and titles do not fit.
 */
export function markSizes(input: MapInput, room: Room, shrink = 1): MarkSizes {
  const isFew = input.nodes.length <= few;
  const unit = areasAt(input, room, 1);
  const area = room.box.width * room.box.height;
  const titles = input.groups.length * room.titleHeight * room.mm * 30;
  const names = unit.names.reduce((sum, a) => sum + a, 0);
  const marks = unit.marks.reduce((sum, a) => sum + a, 0);
  const free = Math.max(0.12 * area, fill * area - titles - names);
  const scale = Math.max(
    0.3 * room.mm,
    Math.min((isFew ? 2 : 1.5) * room.mm, Math.sqrt(free / Math.max(marks, 1e-9))),
  );
  const sized = areasAt(input, room, scale).marks;
  const { radius, reach, ringGap, ringWidth, gap, pad } = areasAt(input, room, scale * shrink);
  const total = sized.reduce((sum, a) => sum + a, 0) + names + titles;
  // Few organizations: the marks have reached their largest, so the discs take more air.
  const air = Math.min(
    isFew ? 9 : 2.6,
    Math.max(1, (smallestFill * area - names - titles) / Math.max(total - names - titles, 1e-9)),
  );
  const most = Math.min(room.box.width, room.box.height - room.titleHeight) / 2;
  const ratio = discRatio(input.groups.length, room);
  const discs = sized.map((marksArea, g) => {
    const round = shrink * Math.min(most, Math.sqrt((marksArea * air + unit.names[g]!) / Math.PI));
    return { radiusX: round * ratio, radiusY: round / ratio };
  });
  return { scale: scale * shrink, radius, reach, ringGap, ringWidth, gap, pad, discs };
}

function areasAt(input: MapInput, room: Room, scale: number) {
  const ringGap = ringRoom.gap * scale;
  const ringWidth = ringRoom.line * scale;
  const gap = 0.75 * scale;
  const pad = 1.1 * scale;
  const radius = Float64Array.from(input.nodes, (node) => markRadius(node.size, scale));
  const reach = Float64Array.from(input.nodes, (node, i) => {
    const shape = radius[i]! * shapeReach(node.category);
    return node.bridge > 0 ? shape + ringGap + ringWidth : shape;
  });
  const marks = input.groups.map(({ members }) => {
    const sum = members.reduce((all, i) => all + (reach[i]! + gap) * (reach[i]! + gap), 0);
    const edge = Math.sqrt(sum / density) + pad;
    return Math.PI * edge * edge;
  });
  const names = input.groups.map(({ members }) =>
    members.reduce(
      (all, i) => all + (room.names[i] ? 1.15 * room.names[i].width * room.names[i].height : 0),
      0,
    ),
  );
  return { radius, reach, ringGap, ringWidth, gap, pad, marks, names };
}

/** Discs become ellipses when the box is much wider (or taller) than rows of discs can fill. */
function discRatio(groups: number, { box, titleHeight }: Room): number {
  if (groups === 0) return 1;
  let best = 1;
  let least = Infinity;
  for (let columns = 1; columns <= groups; columns++) {
    const rows = Math.ceil(groups / columns);
    const aspect = box.width / columns / Math.max(box.height / rows - titleHeight, 1e-9);
    const away = Math.max(aspect, 1 / aspect) * (1 + (0.3 * (rows * columns - groups)) / groups);
    if (away < least) {
      least = away;
      best = aspect;
    }
  }
  const limit = groups === 1 ? 1.3 : 1.12;
  return Math.sqrt(Math.max(1 / limit ** 2, Math.min(limit ** 2, best)));
}
