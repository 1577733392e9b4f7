import { themes, type Theme, type ThemeName } from '#viz/scene/theme.ts';
import type { Face } from '#viz/scene/text-width.ts';

/** How large everything is on a picture, in its unit, and in which colours. */
export interface Style {
  readonly theme: Theme;
  /** One millimetre of REPORT's figure (170 × 167 mm) on this picture. */
  readonly mm: number;
  /** Share of a tie's width in print that it has here: a screen shows hairlines well. */
  readonly thinner: number;
  readonly titleFace: Face;
  readonly text: {
    readonly heading: number;
    readonly title: number;
    readonly count: number;
    readonly name: number;
    readonly key: number;
  };
}

/** Sizes of REPORT in mm; on a screen from SCREENS' t1 (12 px), growing a little with the picture. */
export function styleOf(
  size: { width: number; height: number; unit: 'mm' | 'px' },
  theme: ThemeName,
  groups: number,
): Style {
  const mm = Math.sqrt(size.width * size.height) / 168.5;
  // Many groups have many titles: they are set a little smaller then.
  const crowd = groups > 18 ? 0.82 : groups > 12 ? 0.9 : 1;
  if (size.unit === 'mm') {
    // In print nothing may be under 6.7 pt (2.36 mm), however small the figure is.
    const text = { heading: 5, title: 3.1 * crowd, count: 2.75 * crowd, name: 2.75 * crowd, key: 2.65 };
    return { theme: themes[theme], mm, thinner: 1, titleFace: 'interSemibold', text };
  }
  const px = 12 * Math.max(1, Math.min(1.5, mm / 4.2));
  const text = { heading: 1.9 * px, title: 1.22 * px * crowd, count: px * crowd, name: px * crowd, key: px };
  return { theme: themes[theme], mm, thinner: 0.55, titleFace: 'serifSemibold', text };
}
