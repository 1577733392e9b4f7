import { membersByLabel } from '#analysis/community/level.ts';
import type { Detection } from '#analysis/community/detect.ts';

/**
 * How surely a community is found again: the mean over pairs of its members of the share of runs in which both are
 * in one community.
 *
 * Output   one a community of the best run, 0…1 (the best run counts itself); null below two members.
 * Random   none of its own: all runs of the detection count.
 * Cost     time O(n · runs); memory 2n words.
 * Source   MEASURES, finding 1 (co-assignment: Lancichinetti, Fortunato 2012, doi:10.1038/srep00336)
 */
export function stability(detection: Detection): (number | null)[] {
  const { membership, count, runs } = detection;
  const { starts, members } = membersByLabel(membership, count);
  const met = new Uint32Array(membership.length);
  return Array.from({ length: count }, (_, community) => {
    const from = starts[community]!;
    const to = starts[community + 1]!;
    const size = to - from;
    if (size < 2) return null;
    let together = 0;
    for (const labels of runs) {
      // The k-th that meets a label meets k − 1 others there: pairs are counted as they come.
      for (let at = from; at < to; at++) together += met[labels[members[at]!]!]!++;
      for (let at = from; at < to; at++) met[labels[members[at]!]!] = 0;
    }
    return together / runs.length / ((size * (size - 1)) / 2);
  });
}
