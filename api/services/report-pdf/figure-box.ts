import type { Box } from '#api/services/report-pdf/box.ts';
import { mm } from '#api/services/report-pdf/paper.ts';
import { paintShapes } from '#api/services/report-pdf/paint-shapes.ts';
import type { Drawing } from '#viz/report/drawing.ts';
import { drawingShapes } from '#viz/report/drawing-shapes.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** A figure as vectors, with its description for those who do not see it. */
export function drawingBox(drawing: Drawing, description: string): Box {
  const shapes = drawingShapes(drawing);
  return {
    height: drawing.height * mm,
    before: 5,
    draw: (pen, x, y) => {
      pen.element('Figure', pen.section, { alt: description }).add(() => paintShapes(pen, shapes, x, y));
    },
  };
}

/** The map as the scene has it, mark by mark. */
export function mapBox(scene: Scene, description: string): Box {
  const shapes = scene.layers.flatMap((layer) => layer.items);
  return {
    height: scene.height * mm,
    before: 4,
    draw: (pen, x, y) => {
      pen.element('Figure', pen.section, { alt: description }).add(() => paintShapes(pen, shapes, x, y));
    },
  };
}
