import type { Shift } from '#viz/scene/camera.ts';
import { short } from '#viz/scene/path-data.ts';
import type { Layer, Rectangle, Shape, Text } from '#viz/scene/scene.ts';

/** A layer as the camera sees it; what lies outside the frame is left out. Lines of a fixed width keep it. */
export function seenLayer(layer: Layer, shift: Shift, frame: Rectangle): Layer {
  const { zoom, dx, dy } = shift;
  return {
    ...layer,
    items: layer.items.flatMap((item): readonly (Shape | Text)[] => {
      if (item.kind === 'text')
        return [{ ...item, x: zoom * item.x + dx, y: zoom * item.y + dy, size: zoom * item.size }];
      // Ties are hairlines however near one comes.
      const fixed = item.fixed === true || layer.name === 'ties';
      const seen = seenShape(item, shift, fixed ? item.strokeWidth : zoom * item.strokeWidth);
      return meets(seen, frame) ? [seen.shape] : [];
    }),
  };
}

/** Least and greatest x and y that a path and its line reach. */
interface Seen {
  readonly shape: Shape;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

function seenShape({ fixed, ...shape }: Shape, { zoom, dx, dy }: Shift, strokeWidth: number): Seen {
  const half = strokeWidth / 2;
  const reach: { readonly x: [number, number]; readonly y: [number, number] } = {
    x: [Infinity, -Infinity],
    y: [Infinity, -Infinity],
  };
  const widen = (range: [number, number], value: number): void => {
    range[0] = Math.min(range[0], value - half);
    range[1] = Math.max(range[1], value + half);
  };
  // Path data is absolute: pairs of x and y, and letters.
  const d = shape.d.replace(/(-?[\d.]+) (-?[\d.]+)/gu, (_, px: string, py: string) => {
    const [x, y] = [zoom * Number(px) + dx, zoom * Number(py) + dy];
    widen(reach.x, x);
    widen(reach.y, y);
    return `${short(x)} ${short(y)}`;
  });
  return { shape: { ...shape, d, strokeWidth }, ...reach };
}

function meets({ x, y }: Seen, frame: Rectangle): boolean {
  return (
    x[0] <= frame.x + frame.width && x[1] >= frame.x && y[0] <= frame.y + frame.height && y[1] >= frame.y
  );
}
