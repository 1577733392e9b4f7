import type { Pen } from '#api/services/report-pdf/pen.ts';

/** A piece of a page that has a height and can be drawn anywhere. Points, y downwards. */
export interface Box {
  readonly height: number;
  /** Space above, where something stands above. */
  readonly before: number;
  /** Not the last on a page. */
  readonly keepWithNext?: boolean;
  draw(pen: Pen, x: number, y: number): void;
}

export function stackHeight(boxes: readonly Box[]): number {
  return boxes.reduce((sum, box, i) => sum + (i === 0 ? 0 : box.before) + box.height, 0);
}

export function drawStack(boxes: readonly Box[], pen: Pen, x: number, y: number): void {
  let at = y;
  boxes.forEach((box, i) => {
    if (i > 0) at += box.before;
    box.draw(pen, x, at);
    at += box.height;
  });
}
