import type { Graph } from '#analysis/graph/graph.ts';

/**
 * Hops from one node to every other, breadth first. Buffers are the caller's, so that many sources cost no memory.
 *
 * Input    out: n places; queue: n places.
 * Output   the number of nodes reached, the source among them; out[v] = hops from the source, −1 where v is not reached;
 *          queue[0…reached−1] = the nodes in the order in which they were reached (ascending hops).
 * Cost     time O(n + m); nothing allocated.
 */
export function hopsFrom(
  graph: Pick<Graph, 'offsets' | 'targets'>,
  source: number,
  out: Int32Array,
  queue: Uint32Array,
): number {
  const { offsets, targets } = graph;
  out.fill(-1);
  out[source] = 0;
  queue[0] = source;
  let reached = 1;
  for (let head = 0; head < reached; head++) {
    const v = queue[head]!;
    const next = out[v]! + 1;
    const end = offsets[v + 1]!;
    for (let slot = offsets[v]!; slot < end; slot++) {
      const w = targets[slot]!;
      if (out[w]! >= 0) continue;
      out[w] = next;
      queue[reached++] = w;
    }
  }
  return reached;
}
