import { markShape } from '#viz/scene/mark-shape.ts';
import { themes } from '#viz/scene/theme.ts';
import { useThemeName } from '#viz/state/theme-choice.ts';

interface CategoryMarkProps {
  /** Index of the sector's mark; −1: not known. */
  readonly category: number;
  readonly hollow?: boolean;
}

/** The mark of a sector as the map draws it, at the size of text. */
export function CategoryMark({ category, hollow = false }: CategoryMarkProps) {
  const theme = themes[useThemeName()];
  const fill =
    category < 0 ? theme.unknown : (theme.categories[category % theme.categories.length] ?? theme.unknown);
  return (
    <svg className="mark" viewBox="-15 -15 30 30" aria-hidden="true">
      <path d={markShape(category, 0, 0, 10.5)} fill={fill} stroke="var(--ink)" strokeWidth="2" />
      {hollow && (
        <path d={markShape(category, 0, 0, 5.5)} fill={theme.paper} stroke="var(--ink)" strokeWidth="1.5" />
      )}
    </svg>
  );
}
