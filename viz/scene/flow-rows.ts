import type { Shape, Text } from '#viz/scene/scene.ts';

/** A piece of the key: its width, and what it draws when its left edge and the middle of its row are known. */
export interface Entry {
  readonly width: number;
  readonly height: number;
  readonly draw: (x: number, middle: number) => readonly (Shape | Text)[];
}

export interface Flow {
  readonly rows: number;
  readonly height: number;
  readonly draw: (x: number, top: number) => readonly (Shape | Text)[];
}

/** Entries in rows from left to right, a new row where the next would not fit. */
export function flowRows(entries: readonly Entry[], width: number, between: number, rowHeight: number): Flow {
  const rows: Entry[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    if (used + entry.width > width) {
      rows.push([]);
      used = 0;
    }
    rows[rows.length - 1]!.push(entry);
    used += entry.width + between;
  }
  const heights = rows.map((row) => Math.max(rowHeight, ...row.map((entry) => entry.height)));
  return {
    rows: rows.length,
    height: heights.reduce((sum, height) => sum + height, 0),
    draw: (x, top) => {
      const items: (Shape | Text)[] = [];
      let y = top;
      rows.forEach((row, r) => {
        let at = x;
        for (const entry of row) {
          items.push(...entry.draw(at, y + heights[r]! / 2));
          at += entry.width + between;
        }
        y += heights[r]!;
      });
      return items;
    },
  };
}
