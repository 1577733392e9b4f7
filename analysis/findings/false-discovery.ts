/**
 * Benjamini–Hochberg: of the findings with q at or below a level, at most that share is expected to be false.
 *
 * q_(i) = min over j ≥ i of p_(j) · K / j, at most 1    (p_(1) ≤ … ≤ p_(K))
 *
 * Output   q in the order given.
 * Cost     time O(K log K).
 * Source   Benjamini, Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x
 */
export function falseDiscovery(ps: readonly number[]): number[] {
  const order = [...ps.keys()].sort((one, two) => ps[two]! - ps[one]!);
  const qs = new Array<number>(ps.length);
  let smallest = 1;
  order.forEach((index, from) => {
    const rank = ps.length - from;
    smallest = Math.min(smallest, (ps[index]! * ps.length) / rank);
    qs[index] = smallest;
  });
  return qs;
}
