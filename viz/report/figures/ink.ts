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
