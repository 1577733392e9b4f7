import type { MapInput } from '#viz/scene/picture.ts';
import type { GroupPlace, Rectangle } from '#viz/scene/scene.ts';
import type { Style } from '#viz/scene/style.ts';
import { textWidth } from '#viz/scene/text-width.ts';
import { wrapText, type TextBlock } from '#viz/scene/wrap-text.ts';

/** The name of a group over its count. */
export interface TitleBlock {
  readonly name: TextBlock;
  readonly count: string;
  readonly width: number;
  readonly height: number;
}

/** A third line of a title is for few groups: among many it takes the room that the discs need. */
const fewGroups = 24;

export function titleBlocks(
  input: MapInput,
  style: Style,
  discs: readonly { readonly radiusX: number }[],
): readonly TitleBlock[] {
  return input.groups.map((group, g) => {
    const name = wrapText(
      group.name,
      style.text.title,
      style.titleFace,
      2.1 * discs[g]!.radiusX,
      15 * style.text.title,
      input.groups.length <= fewGroups ? 3 : 2,
    );
    const count = `${group.members.length} organizations${group.certified ? ' · silo' : ''}`;
    const countWidth = textWidth(count, style.text.count, 'interRegular');
    return {
      name,
      count,
      width: Math.max(name.width, countWidth),
      height: name.height + 1.2 * style.text.count,
    };
  });
}

/** Plates centred over their hull's top. */
export function placeTitles(
  titles: readonly TitleBlock[],
  groups: readonly GroupPlace[],
  box: Rectangle,
  style: Style,
): readonly Rectangle[] {
  return titles.map(({ width, height }, g) => {
    const { hull } = groups[g]!;
    const top = Math.min(...hull.map(([, y]) => y));
    const xs = hull.map(([x]) => x);
    const middle = (Math.min(...xs) + Math.max(...xs)) / 2;
    const x = Math.max(box.x, Math.min(box.x + box.width - width, middle - width / 2));
    return { x, y: Math.max(box.y, top - height - 0.6 * style.mm), width, height };
  });
}
