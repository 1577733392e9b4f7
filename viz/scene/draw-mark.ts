import { markShape } from '#viz/scene/mark-shape.ts';
import type { Style } from '#viz/scene/style.ts';
import type { Shape } from '#viz/scene/scene.ts';
import { circlePath } from '#viz/scene/path-data.ts';

interface Mark {
  readonly category: number;
  readonly hollow: boolean;
  readonly name: string;
}

/** One organization: fill and shape by category, a thin outline, a white middle for a weak member of its group. */
export function drawMark(mark: Mark, x: number, y: number, r: number, style: Style): readonly Shape[] {
  const { theme } = style;
  // Thin on small marks, or the outline would drown the colour.
  const strokeWidth = Math.min(0.22 * style.mm, 0.17 * r);
  const fill = mark.category < 0 ? theme.unknown : theme.categories[mark.category % theme.categories.length]!;
  const stroke = mark.category < 0 && theme.outline === theme.paper ? theme.muted : theme.outline;
  const outer: Shape = {
    kind: 'shape',
    d: markShape(mark.category, x, y, r),
    fill,
    stroke,
    strokeWidth,
    name: mark.name,
  };
  if (!mark.hollow) return [outer];
  return [
    outer,
    {
      ...outer,
      d: markShape(mark.category, x, y, 0.55 * r),
      fill: theme.paper,
      strokeWidth: 0.6 * strokeWidth,
      name: '',
    },
  ];
}

/** The ring of a bridge-builder, with a gap of paper round its mark. */
export function drawRing(x: number, y: number, reach: number, width: number, style: Style): Shape {
  return {
    kind: 'shape',
    d: circlePath(x, y, reach - width / 2),
    fill: style.theme.paper,
    stroke: style.theme.ink,
    strokeWidth: width,
    name: '',
  };
}
