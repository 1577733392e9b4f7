/**
 * Visits every two points nearer than `reach`, each pair once, in an order that depends on the points alone.
 *
 * Cost  O(n + pairs in neighbouring cells); memory 2n words and the cells
 */
export function nearPairs(
  x: Float64Array,
  y: Float64Array,
  reach: number,
  visit: (i: number, j: number) => void,
): void {
  const n = x.length;
  let left = Infinity,
    top = Infinity,
    right = -Infinity,
    bottom = -Infinity;
  for (let i = 0; i < n; i++) {
    left = Math.min(left, x[i]!);
    right = Math.max(right, x[i]!);
    top = Math.min(top, y[i]!);
    bottom = Math.max(bottom, y[i]!);
  }
  // Never more cells than a few per point, however small the reach is.
  const size = Math.max(reach, Math.sqrt(((right - left) * (bottom - top)) / (4 * n + 1)), 1e-9);
  const columns = Math.floor((right - left) / size) + 1;
  const rows = Math.floor((bottom - top) / size) + 1;
  const first = new Int32Array(columns * rows).fill(-1);
  const next = new Int32Array(n);
  for (let i = n - 1; i >= 0; i--) {
    const cell = Math.floor((y[i]! - top) / size) * columns + Math.floor((x[i]! - left) / size);
    next[i] = first[cell]!;
    first[cell] = i;
  }
  const square = reach * reach;
  for (let cell = 0; cell < first.length; cell++) {
    const column = cell % columns;
    for (let i = first[cell]!; i >= 0; i = next[i]!) {
      for (let side = 0; side < 5; side++) {
        // Itself, and the half of the neighbours that come later: right, and the row below.
        const c = column + (side === 0 ? 0 : side === 1 ? 1 : side - 3);
        if (c < 0 || c >= columns) continue;
        const other = side < 2 ? cell + side : cell + columns + side - 3;
        if (other >= first.length) continue;
        for (let j = side === 0 ? next[i]! : first[other]!; j >= 0; j = next[j]!) {
          const dx = x[i]! - x[j]!;
          const dy = y[i]! - y[j]!;
          if (dx * dx + dy * dy < square) visit(i, j);
        }
      }
    }
  }
}
