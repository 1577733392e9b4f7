import { describe, expect, it } from 'vitest';
import { circlePath, linePath } from '#viz/scene/path-data.ts';
import type { Layer, Shape } from '#viz/scene/scene.ts';
import { seenLayer } from '#viz/scene/seen-layer.ts';

const frame = { x: 10, y: 20, width: 100, height: 80 };
const shift = { zoom: 2, dx: -30, dy: 5 };

function line(points: readonly (readonly [number, number])[], more: Partial<Shape> = {}): Shape {
  return {
    kind: 'shape',
    d: linePath(points),
    fill: null,
    stroke: '#000',
    strokeWidth: 3,
    name: '',
    ...more,
  };
}
const seen = (layer: Layer) => seenLayer(layer, shift, frame).items;

describe('seenLayer', () => {
  it('enlarges and shifts every point, and widths with them', () => {
    const [item] = seen({
      name: 'hulls',
      items: [
        line([
          [20, 10],
          [40.5, 30],
        ]),
      ],
    });
    expect(item).toMatchObject({ d: 'M10 25L51 65', strokeWidth: 6 });
  });

  it('moves circles as circles do', () => {
    const items = [{ ...line([]), d: circlePath(30, 20, 4) }];
    expect(seen({ name: 'marks', items })[0]).toMatchObject({ d: circlePath(30, 45, 8) });
  });

  it('keeps widths that are of the screen: lit lines, ties', () => {
    const points = [
      [20, 10],
      [40, 30],
    ] as const;
    expect(seen({ name: 'lit', items: [line(points, { fixed: true })] })[0]).toMatchObject({
      strokeWidth: 3,
    });
    expect(seen({ name: 'ties', items: [line(points)] })[0]).toMatchObject({ strokeWidth: 3 });
  });

  it('leaves out what is outside the frame, and keeps what only its line reaches into', () => {
    const at = (x: number) =>
      line([
        [x, 30],
        [x, 40],
      ]);
    // Seen at 2x − 30; the frame ends at 110, half a line is 3.
    expect(seen({ name: 'hulls', items: [at(71)] })).toHaveLength(1);
    expect(seen({ name: 'hulls', items: [at(72)] })).toHaveLength(0);
  });

  it('enlarges words of the picture', () => {
    const text = {
      kind: 'text',
      text: 'x',
      x: 20,
      y: 10,
      anchor: 'start',
      face: 'interRegular',
      size: 12,
      fill: '#000',
      halo: null,
    } as const;
    expect(seen({ name: 'tray', items: [text] })[0]).toMatchObject({ x: 10, y: 25, size: 24 });
  });
});
