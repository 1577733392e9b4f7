import { UndirectedGraph } from 'graphology';
import louvainOf from 'graphology-communities-louvain';
import { orderLabels } from '#analysis/community/order-labels.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import type { Random } from '#analysis/graph/random.ts';

/**
 * Louvain communities, by graphology: kept beside our Leiden because it is the method most often cited.
 * Unlike Leiden's, its communities may be disconnected.
 *
 * Input    Graph: loops are left out and parallel ties merged before graphology sees them; strengths count (all 1
 *          where the lens ignores them); resolution 1 unless said.
 * Output   Uint32Array[n], labels 0…k−1, largest first, of equal size the one with the first node.
 * Islands  each a community of its own.
 * Random   the walk over nodes, from random alone.
 * Cost     time about O(m) a sweep; memory several hundred bytes a tie (graphology's own graph).
 * Source   Blondel et al. 2008, doi:10.1088/1742-5468/2008/10/P10008; graphology-communities-louvain 2.0.2
 */
export function louvain(graph: Graph, random: Random, resolution = 1): Uint32Array {
  const { n, ties } = graph;
  const labels = Uint32Array.from({ length: n }, (_, v) => v);
  if (ties.count === 0) return labels;
  const own = new UndirectedGraph<object, { strength: number }>();
  for (let v = 0; v < n; v++) own.addNode(v);
  for (let tie = 0; tie < ties.count; tie++) {
    own.addEdge(ties.a[tie], ties.b[tie], { strength: ties.strength[tie]! });
  }
  const found = louvainOf(own, {
    getEdgeWeight: 'strength',
    resolution,
    rng: () => random.float(),
  });
  for (let v = 0; v < n; v++) labels[v] = found[v]!;
  orderLabels(labels);
  return labels;
}
