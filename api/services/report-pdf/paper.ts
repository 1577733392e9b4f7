/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A4 and the grid of REPORT.md, in points. */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 20 * mm,
  top: 17 * mm,
  /** Of the text block. */
  textWidth: 170 * mm,
  /** No text below it, the foot excepted. */
  bottom: 274 * mm,
  footRule: 279 * mm,
} as const;

export const gap = 6 * mm;
export const half = 82 * mm;
export const third = (page.textWidth - 2 * gap) / 3;
/** The matrix and the text beside it. */
export const wide = { left: 112 * mm, right: 52 * mm } as const;

export const colours = {
  ink: '#1b1b1b',
  muted: '#595959',
  hairline: '#d9d4ca',
  shade: '#eeebe3',
  white: '#ffffff',
} as const;
