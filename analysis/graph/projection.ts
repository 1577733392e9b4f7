import type { TieRows, TwoMode } from '#analysis/graph/graph.ts';

/**
 * One row for each pair of members of each event (events in order, members in order).
 *
 * newman: an event of k members gives each pair 1/(k−1), so that a coalition of 80 does not drown everything
 * (Newman 2001, doi:10.1103/PhysRevE.64.016132); count: 1 a pair. An event of one member gives nothing.
 *
 * Cost     time and memory O(Σ k²) over events.
 */
export function projectTwoMode(part: TwoMode): TieRows {
  let rows = 0;
  for (let event = 0; event < part.events; event++) {
    const size = part.offsets[event + 1]! - part.offsets[event]!;
    rows += (size * (size - 1)) / 2;
  }
  const from = new Uint32Array(rows);
  const to = new Uint32Array(rows);
  const strength = new Float64Array(rows);
  let row = 0;
  for (let event = 0; event < part.events; event++) {
    const start = part.offsets[event]!;
    const end = part.offsets[event + 1]!;
    const share = part.projection === 'newman' ? 1 / (end - start - 1) : 1;
    for (let i = start; i < end; i++) {
      for (let j = i + 1; j < end; j++) {
        from[row] = part.members[i]!;
        to[row] = part.members[j]!;
        strength[row++] = share;
      }
    }
  }
  return { from, to, strength, directed: new Uint8Array(rows) };
}

/** Rows one after another. */
export function joinRows(parts: readonly TieRows[]): TieRows {
  const length = parts.reduce((sum, part) => sum + part.from.length, 0);
  const joined = {
    from: new Uint32Array(length),
    to: new Uint32Array(length),
    strength: new Float64Array(length),
    directed: new Uint8Array(length),
  };
  let at = 0;
  for (const part of parts) {
    joined.from.set(part.from, at);
    joined.to.set(part.to, at);
    joined.strength.set(part.strength, at);
    joined.directed.set(part.directed, at);
    at += part.from.length;
  }
  return joined;
}
