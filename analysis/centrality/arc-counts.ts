import type { NodeValues } from '#analysis/measure.ts';

/** The arcs of one direction at each node, from its offsets; NaN for all where the network has no direction. */
export function arcCounts(n: number, offsets: Uint32Array | undefined): NodeValues {
  return Float64Array.from({ length: n }, (_, v) => (offsets ? offsets[v + 1]! - offsets[v]! : NaN));
}
