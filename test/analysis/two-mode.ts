import type { TwoMode } from '#analysis/graph/graph.ts';

/** A two-mode part from the parties of each event. */
export function twoMode(
  parties: readonly (readonly number[])[],
  projection: 'newman' | 'count' = 'newman',
  kind = 'collaborations',
): TwoMode {
  const offsets = new Uint32Array(parties.length + 1);
  parties.forEach((party, event) => (offsets[event + 1] = offsets[event]! + party.length));
  return { events: parties.length, offsets, members: Uint32Array.from(parties.flat()), projection, kind };
}
