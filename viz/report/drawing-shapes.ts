import type { Drawing, DrawingItem } from '#viz/report/drawing.ts';
import { markShape } from '#viz/scene/mark-shape.ts';
import { circlePath, linePath, polygonPath, rectanglePath } from '#viz/scene/path-data.ts';
import type { Shape, Text } from '#viz/scene/scene.ts';
import { themes } from '#viz/scene/theme.ts';

/** A figure as the same marks that a map is made of, so that every renderer draws both. */
export function drawingShapes(drawing: Drawing): readonly (Shape | Text)[] {
  return drawing.items.map(itemShape);
}

function itemShape(item: DrawingItem): Shape | Text {
  switch (item.kind) {
    case 'rect':
      return shape(rectanglePath(item.x, item.y, item.w, item.h), item);
    case 'path':
      return shape(polygonPath(item.points), item);
    case 'circle':
      return shape(circlePath(item.x, item.y, item.r), item);
    case 'line':
      return shape(linePath(item.points), item);
    case 'mark':
      return categoryMark(item.category, item.x, item.y, item.r);
    case 'text':
      return {
        kind: 'text',
        text: item.text,
        x: item.x,
        y: item.y,
        anchor: item.anchor ?? 'start',
        face: item.bold === true ? 'interSemibold' : 'interRegular',
        size: item.size,
        fill: item.fill ?? themes.print.ink,
        halo: null,
      };
  }
}

function shape(d: string, paint: { fill?: string; stroke?: string; width?: number }): Shape {
  return {
    kind: 'shape',
    d,
    fill: paint.fill ?? null,
    stroke: paint.stroke ?? null,
    strokeWidth: paint.width ?? 0,
    name: '',
  };
}

/** The mark of a sector as it stands in tables: the map's own shape and colour, a thin outline. */
export function categoryMark(category: number, x: number, y: number, r: number): Shape {
  const { print } = themes;
  const fill =
    category < 0 ? print.unknown : (print.categories[category % print.categories.length] ?? print.unknown);
  return shape(markShape(category, x, y, r), { fill, stroke: print.outline, width: 0.18 });
}
