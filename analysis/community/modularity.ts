import type { Graph } from '#analysis/graph/graph.ts';

/**
 * Modularity: how much more strength lies inside the groups than their totals alone would give.
 *
 * Q = Σ_C [ W_C / W − γ (K_C / 2W)² ]    W_C strength inside C, K_C sum of strengths at its nodes' ends, W all
 *
 * Input    a label a node, 0…count−1; −1: a group of its own.
 * Output   dimensionless, [−½, 1] at resolution 1; null without a tie.
 * Islands  count nothing. Ties of strength 1 where the lens ignores strengths.
 * Cost     time O(n + m); memory 1 word a group.
 * Source   Newman, Girvan 2004, doi:10.1103/PhysRevE.69.026113; γ: Reichardt, Bornholdt 2006, doi:10.1103/PhysRevE.74.016110
 */
export function modularity(
  graph: Pick<Graph, 'n' | 'ties'>,
  labels: ArrayLike<number>,
  count: number,
  resolution = 1,
): number | null {
  const { count: ties, a, b, strength } = graph.ties;
  const volumes = new Float64Array(count);
  const lone = new Float64Array(graph.n);
  let inside = 0;
  let all = 0;
  for (let tie = 0; tie < ties; tie++) {
    const one = labels[a[tie]!]!;
    const two = labels[b[tie]!]!;
    const s = strength[tie]!;
    all += s;
    if (one === two && one >= 0) inside += s;
    if (one >= 0) volumes[one]! += s;
    else lone[a[tie]!]! += s;
    if (two >= 0) volumes[two]! += s;
    else lone[b[tie]!]! += s;
  }
  if (all === 0) return null;
  let expected = 0;
  for (const volume of volumes) expected += (volume / (2 * all)) ** 2;
  for (const volume of lone) expected += (volume / (2 * all)) ** 2;
  return inside / all - resolution * expected;
}
