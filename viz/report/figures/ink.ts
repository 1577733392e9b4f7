import { themes } from '#viz/scene/theme.ts';

/** The report's colours (REPORT, "Grid, type, colour"); on screen the page's own stand in for the first three. */
export const ink = { first: '#1b1b1b', second: '#595959', dark: '#37474f' } as const;
export const paper = {
  white: '#ffffff',
  hairline: '#d9d4ca',
  hull: '#f4f1ea',
  shade: '#eeebe3',
  bars: '#b9b4a9',
  light: '#c6cbcf',
} as const;

const { print, dark } = themes;

/** Each colour of the printed figures and map, and what stands for it on dark paper. */
export const onDarkPaper: ReadonlyMap<string, string> = new Map([
  [print.hullLine, dark.hullLine],
  [print.strand, dark.strand],
  [print.tie, dark.tie],
  [print.unknown, dark.unknown],
  [print.accent, dark.accent],
  ...print.categories.map((colour, i) => [colour, dark.categories[i] ?? colour] as const),
  // Marks are outlined as letters are drawn: on dark paper both are light.
  [ink.first, dark.ink],
  [ink.second, dark.muted],
  [ink.dark, '#b4c2c9'],
  [paper.white, dark.paper],
  [paper.hairline, dark.line],
  [paper.hull, dark.hull],
  [paper.shade, dark.hull],
  [paper.bars, '#7d776c'],
  [paper.light, '#4b5459'],
]);
