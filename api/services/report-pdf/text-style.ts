import type { Fonts } from '#api/services/fonts.ts';
import { colours } from '#api/services/report-pdf/paper.ts';

export type FaceName = keyof Fonts;

/** How a piece of text is set; sizes and leading in points. */
export interface TextStyle {
  readonly face: FaceName;
  /** The face of bold spans. */
  readonly bold: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

function serif(size: number, leading: number, strong = false): TextStyle {
  return {
    face: strong ? 'serifSemibold' : 'serifRegular',
    bold: 'serifSemibold',
    size,
    leading,
    colour: colours.ink,
  };
}

function inter(
  size: number,
  leading: number,
  face: FaceName = 'interRegular',
  colour: string = colours.ink,
): TextStyle {
  return { face, bold: 'interSemibold', size, leading, colour };
}

/** REPORT.md, "Grid, type, colour". Nothing under 6.7 pt. */
export const styles = {
  kicker: inter(8.4, 11, 'interSemibold', colours.muted),
  title: serif(25, 29, true),
  pageTitle: serif(20, 24, true),
  continued: inter(10, 24, 'interRegular', colours.muted),
  lead: serif(11.5, 16),
  findingNumber: inter(8, 11, 'interMedium', colours.muted),
  finding: serif(12.5, 15.5, true),
  heading: serif(11.5, 15, true),
  body: serif(9.7, 13),
  bodyTight: serif(9.3, 12.2),
  entryTerm: inter(8.6, 12, 'interSemibold'),
  definitionTerm: inter(7.6, 10, 'interSemibold'),
  definition: serif(9, 11.6),
  definitionTight: serif(8.8, 11.2),
  caption: inter(8, 11),
  note: inter(7.8, 11),
  table: inter(8, 11),
  tableHead: inter(7.2, 9, 'interSemibold'),
  dense: inter(7.2, 7.9),
  denseTight: inter(6.8, 7.6),
  foot: inter(7.5, 10, 'interRegular', colours.muted),
  aside: inter(7.8, 12, 'interRegular', colours.muted),
} as const satisfies Record<string, TextStyle>;
