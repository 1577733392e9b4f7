/** The room of names as beads on a rod beside their mark: discs again, so that everything in a group is a disc. */
export interface Beads {
  /** Mark that each bead belongs to. */
  readonly owner: Int32Array;
  /** From the mark's centre along the side of its name. */
  readonly offset: Float64Array;
  readonly radius: Float64Array;
}

/** Beads as high as the name, near enough to leave no room between them. */
export function nameBeads(reach: Float64Array, nameWidth: Float64Array, nameHeight: Float64Array): Beads {
  const owner: number[] = [];
  const offset: number[] = [];
  const radius: number[] = [];
  for (let i = 0; i < reach.length; i++) {
    if (nameWidth[i]! === 0) continue;
    const r = 0.55 * nameHeight[i]!;
    const start = reach[i]! + 0.55 * r;
    const length = Math.max(0, nameWidth[i]! - 0.9 * r);
    const count = Math.ceil(length / (1.1 * r)) + 1;
    for (let k = 0; k < count; k++) {
      owner.push(i);
      offset.push(start + (count > 1 ? (length * k) / (count - 1) : 0));
      radius.push(r);
    }
  }
  return {
    owner: Int32Array.from(owner),
    offset: Float64Array.from(offset),
    radius: Float64Array.from(radius),
  };
}
