import { type Camera, shiftOf } from '#viz/scene/camera.ts';
import type { Shape, Text } from '#viz/scene/scene.ts';
import type { Face } from '#viz/scene/text-width.ts';

const faces: Readonly<Record<Face, string>> = {
  interRegular: '400 SIZE Inter, system-ui, sans-serif',
  interMedium: '500 SIZE Inter, system-ui, sans-serif',
  interSemibold: '600 SIZE Inter, system-ui, sans-serif',
  serifRegular: '400 SIZE "Source Serif 4", Georgia, serif',
  serifSemibold: '600 SIZE "Source Serif 4", Georgia, serif',
};

/** A mark of the scene, ready for the canvas. */
export type Ready = ReadyShape | { readonly text: Text };

interface ReadyShape {
  readonly path: Path2D;
  readonly shape: Shape;
}

/** Parses the path data once; a frame then only strokes and fills. */
export function readyItems(items: readonly (Shape | Text)[]): readonly Ready[] {
  return items.map((item) =>
    item.kind === 'shape' ? { path: new Path2D(item.d), shape: item } : { text: item },
  );
}

export interface Paint {
  readonly items: readonly Ready[];
  readonly camera: Camera;
  readonly picture: { readonly width: number; readonly height: number };
  readonly alpha?: number;
}

/** Draws marks of the scene as the camera sees them. The canvas has the picture's proportions. */
export function paint(context: CanvasRenderingContext2D, { items, camera, picture, alpha = 1 }: Paint): void {
  const scale = context.canvas.width / picture.width;
  const { zoom, dx, dy } = shiftOf(camera, picture);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.setTransform(zoom * scale, 0, 0, zoom * scale, dx * scale, dy * scale);
  context.globalAlpha = alpha;
  for (const item of items) {
    if ('path' in item) paintShape(context, item, zoom);
    else paintText(context, item.text);
  }
  context.globalAlpha = 1;
}

export function clear(context: CanvasRenderingContext2D): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
}

function paintShape(context: CanvasRenderingContext2D, { path, shape }: ReadyShape, zoom: number): void {
  const { fill, stroke, strokeWidth, fixed, dash } = shape;
  if (fill !== null) {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (stroke === null || strokeWidth <= 0) return;
  context.strokeStyle = stroke;
  const width = fixed === true ? strokeWidth / zoom : strokeWidth;
  context.lineWidth = width;
  if (dash === undefined) {
    context.stroke(path);
    return;
  }
  context.setLineDash(dash.map((length) => length * width));
  context.stroke(path);
  context.setLineDash([]);
}

const aligned = { start: 'left', middle: 'center', end: 'right' } as const;

function paintText(context: CanvasRenderingContext2D, { text, x, y, anchor, face, size, fill }: Text): void {
  context.font = faces[face].replace('SIZE', `${size}px`);
  context.textAlign = aligned[anchor];
  context.fillStyle = fill;
  context.fillText(text, x, y);
}
