import { z } from 'zod';
import type { Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { defineMeasure, type MeasureContext } from '#analysis/measure.ts';
import { checkCountable, pathSums } from '#analysis/paths/path-sums.ts';
import { visitSources } from '#analysis/paths/visit-sources.ts';

/** How often an organization lies on the shortest paths between others. */
export const betweenness = defineMeasure({
  level: 'organization',
  id: 'betweenness',
  label: 'Betweenness',
  family: 'centrality',
  definition:
    'How often an organization lies on the shortest paths between two others: B(v) = Σ over unordered pairs {s, t} without v of σ(s, t | v) / σ(s, t), where σ counts the shortest paths and σ(… | v) those through v. Raw, each pair once; ÷ (n−1)(n−2)/2 gives the normalized one. A pair without a path adds nothing, an isolate has 0. Exact unless `sample` is given and the network has more organizations than that: then it is estimated from the paths of `sample` sources drawn at random without replacement, B̂ = n/(2k) Σ over the k sources of their dependencies; with probability ≥ .95 every estimate is within n(n−2)/2 · √(ln(40 n) / 2k) of the truth (Hoeffding). Random: (seed, "betweenness").',
  unit: 'pairs, 0…(n−1)(n−2)/2',
  cost: 'time O(n · m) in hops, O(n · m log n) with lengths, shared with closeness and the other path measures; a sample of k: O(k · m)',
  references: [
    'Freeman 1977, doi:10.2307/3033543',
    'Brandes 2001, doi:10.1080/0022250X.2001.9990249',
    'Brandes, Pich 2007, doi:10.1142/S0218127407018403 (sampling)',
    'Hoeffding 1963, doi:10.1080/01621459.1963.10500830 (bound, also without replacement)',
  ],
  needsGroups: false,
  reads: 'lengths',
  params: z.strictObject({
    sample: z
      .int()
      .min(1)
      .nullable()
      .default(null)
      .describe('Sources to sample in a network with more organizations than that; null: always exact.'),
  }),
  run: (graph, { sample }, context) =>
    sample === null || graph.n <= sample
      ? pathSums(graph, context).between.slice()
      : sampledBetweenness(graph, sample, context),
});

function sampledBetweenness(graph: Graph, sample: number, context: MeasureContext): Float64Array {
  const order = new Uint32Array(graph.n).map((_, v) => v);
  const sources = new Random(context.seed, 'betweenness').shuffle(order).slice(0, sample);
  const values = new Float64Array(graph.n);
  visitSources(graph, sources, context, (paths) => {
    paths.accumulate(values);
  });
  checkCountable(values);
  return values.map((value) => (value * graph.n) / (2 * sample));
}
