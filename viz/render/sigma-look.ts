import type { Theme } from '#viz/scene/theme.ts';

/** What all marks and ties of one map share; the programs read it in every frame, so a change costs one frame. */
export interface SigmaLook {
  theme: Theme;
  /** 0: at rest; 1: everything is grey under what is lit. */
  grey: 0 | 1;
  /** Width of a mark's outline at most, in picture units. */
  outline: number;
}

/** "#rrggbb" as three shares. */
export function channels(color: string): readonly [number, number, number] {
  const value = parseInt(color.slice(1), 16);
  return [((value >> 16) & 255) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
