import type { Detection } from '#analysis/community/detect.ts';
import { membersByLabel } from '#analysis/community/level.ts';

/**
 * How surely a node belongs to its community: the mean over the other members of the share of runs in which it is with
 * them.
 *
 * Output   one a node, 0…1; NaN where its community has no other member.
 * Random   none of its own: all runs of the detection count.
 * Cost     time O(n · runs); memory 3n words.
 */
export function memberStability(detection: Detection): Float64Array {
  const { membership, count, runs } = detection;
  const { starts, members } = membersByLabel(membership, count);
  const met = new Uint32Array(membership.length);
  const together = new Float64Array(membership.length);
  for (const labels of runs) {
    for (let community = 0; community < count; community++) {
      const group = members.subarray(starts[community], starts[community + 1]);
      for (const v of group) met[labels[v]!]!++;
      for (const v of group) together[v]! += met[labels[v]!]! - 1;
      for (const v of group) met[labels[v]!] = 0;
    }
  }
  return together.map((sum, v) => {
    const community = membership[v]!;
    const others = starts[community + 1]! - starts[community]! - 1;
    return others === 0 ? Number.NaN : sum / runs.length / others;
  });
}
