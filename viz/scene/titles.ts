import type { MapGroup, MapInput } from '#viz/scene/picture.ts';
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

/** How much of a group's name its title says: all of it, its letter and first organization, its letter. */
export type TitleForm = 'whole' | 'short' | 'letter';

/** "A · USGS, SFEI" → the same, "A · USGS", "A"; a name that is no list and has no letter stays whole. */
export function nameIn(form: TitleForm, name: string): string {
  const end = form === 'whole' ? -1 : name.indexOf(form === 'short' ? ', ' : ' · ');
  return end < 0 ? name : name.slice(0, end);
}

/** The whole form, and those that say less than the one before for any of the groups. */
export function formsThatDiffer(groups: readonly MapGroup[]): readonly ['whole', ...TitleForm[]] {
  const differ = (longer: TitleForm, form: TitleForm): boolean =>
    groups.some(({ name }) => nameIn(form, name) !== nameIn(longer, name));
  const shorter: TitleForm[] = [];
  if (differ('whole', 'short')) shorter.push('short');
  if (differ('short', 'letter')) shorter.push('letter');
  return ['whole', ...shorter];
}

/** A third line of a title is for few groups: among many it takes the room that the discs need. */
const fewGroups = 24;

export function titleBlocks(
  input: MapInput,
  style: Style,
  discs: readonly { readonly radiusX: number }[],
  form: TitleForm = 'whole',
): readonly TitleBlock[] {
  return input.groups.map((group, g) => {
    const name = wrapText(
      nameIn(form, group.name),
      style.text.title,
      style.titleFace,
      2.1 * discs[g]!.radiusX,
      15 * style.text.title,
      input.groups.length <= fewGroups ? 3 : 2,
    );
    const size = group.members.length;
    const count = form === 'letter' ? `${size}` : `${size} organizations${group.certified ? ' · silo' : ''}`;
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
