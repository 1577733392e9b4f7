/** Colours by meaning; three sets: print, screen in light, screen in dark (SCREENS tokens, REPORT colours). */
export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly hull: string;
  readonly hullLine: string;
  readonly strand: string;
  readonly tie: string;
  /** Round every mark. */
  readonly outline: string;
  readonly unknown: string;
  /** Focus, selection, and what does not exist yet; never data. */
  readonly accent: string;
  /** Okabe–Ito, by category. */
  readonly categories: readonly string[];
}

export type ThemeName = 'print' | 'light' | 'dark';

const okabeIto = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#f0e442', '#56b4e9', '#d55e00', '#5d5d5d'];

export const themes: Readonly<Record<ThemeName, Theme>> = {
  print: {
    paper: '#ffffff',
    ink: '#1b1b1b',
    muted: '#595959',
    line: '#d9d4ca',
    hull: '#f4f1ea',
    hullLine: '#8f897c',
    strand: '#aab1b8',
    tie: '#c3bdb0',
    outline: '#1b1b1b',
    unknown: '#c9ced3',
    accent: '#4a3aa7',
    categories: okabeIto,
  },
  light: {
    paper: '#fbfaf7',
    ink: '#1d1c1a',
    muted: '#5f5a51',
    line: '#ddd7ca',
    hull: '#f0ece2',
    hullLine: '#cdc5b4',
    strand: '#bfbcb4',
    tie: '#cfc9bc',
    outline: '#1d1c1a',
    unknown: '#cfcbc2',
    accent: '#4a3aa7',
    categories: okabeIto,
  },
  dark: {
    paper: '#171614',
    ink: '#f1ede4',
    muted: '#b0a99c',
    line: '#3a3731',
    hull: '#26241f',
    hullLine: '#45413a',
    strand: '#57534b',
    tie: '#4b473f',
    outline: '#171614',
    unknown: '#8a857b',
    accent: '#b9aeff',
    categories: ['#3d9bd9', '#e69f00', '#009e73', '#cc79a7', '#f0e442', '#56b4e9', '#d55e00', '#a8a49c'],
  },
};
