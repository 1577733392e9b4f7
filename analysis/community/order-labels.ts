/**
 * Renames labels to 0…count−1 by size, largest first; of equal size, the one whose first member comes first.
 *
 * Input    a label a node, each below the number of nodes. Changed in place.
 * Output   count.
 * Cost     time O(n + k log k); memory 3n words.
 */
export function orderLabels(labels: Uint32Array): number {
  const sizes = new Uint32Array(labels.length);
  const byFirstMember: number[] = [];
  for (const label of labels) if (sizes[label]!++ === 0) byFirstMember.push(label);
  // The sort is stable: equal sizes stay in the order of their first members.
  byFirstMember.sort((one, two) => sizes[two]! - sizes[one]!);
  const names = new Uint32Array(labels.length);
  byFirstMember.forEach((label, name) => (names[label] = name));
  for (let v = 0; v < labels.length; v++) labels[v] = names[labels[v]!]!;
  return byFirstMember.length;
}
