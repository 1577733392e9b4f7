import { label } from '#viz/scene/legend.ts';
import type { MapWords } from '#viz/scene/picture.ts';
import type { Text } from '#viz/scene/scene.ts';
import type { Style } from '#viz/scene/style.ts';
import { lineHeight, wrapText } from '#viz/scene/wrap-text.ts';

/** What stands above a map: how high it is, and its texts at a margin. */
interface Heading {
  readonly height: number;
  readonly draw: (margin: number) => readonly Text[];
}

export const noHeading: Heading = { height: 0, draw: () => [] };

/** The title, and below it in a line or two what the map is looked at for. */
export function mapHeading({ title, answers = '' }: MapWords, style: Style, width: number): Heading {
  const { ink } = style.theme;
  const large = style.text.heading;
  const small = 0.52 * large;
  const block = wrapText(answers, small, 'interRegular', width);
  return {
    height: 1.6 * large + (answers === '' ? 0 : block.height + 0.4 * large),
    draw: (margin) => [
      label(title, margin, margin + 0.45 * large, style, 'serifSemibold', ink, large),
      ...block.lines
        .filter((line) => line !== '')
        .map((line, at) => {
          const y = margin + 1.35 * large + at * lineHeight * small;
          return label(line, margin, y, style, 'interRegular', ink, small);
        }),
    ],
  };
}
