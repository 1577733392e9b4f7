import type { Detection } from '#analysis/community/detect.ts';
import { modularity } from '#analysis/community/modularity.ts';
import { orderLabels } from '#analysis/community/order-labels.ts';
import { AnalysisError } from '#analysis/errors.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import type { Level, MeasureOf, MeasureResults } from '#analysis/measure.ts';
import type { AnalysisEngine } from '#api/services/analyze/analysis-engine.ts';
import type { RemoteGraph } from '#data/store/remote-graph.ts';

/** As that of our own measure. */
const damping = 0.85;
/** Seeded runs of Leiden, as our own detection makes at least; Louvain takes no seed there and gives one answer. */
const runsOf = (n: number): number => (n > 10_000 ? 10 : 30);

type Computes = (remote: RemoteGraph, graph: Graph) => Promise<MeasureResults[Level]>;

/** By the ids of the registry: what the library answers, brought to our definition. */
const computed: Readonly<Record<string, Computes>> = {
  betweenness: (remote) => remote.betweenness(),
  closeness: (remote) => remote.closeness(),
  pagerank: async (remote) => asShares(await remote.pagerank(damping)),
  coreness: (remote) => remote.coreness(),
  articulation: async (remote, { n }) => {
    const flags = new Uint8Array(n);
    for (const node of await remote.articulationPoints()) flags[node] = 1;
    return flags;
  },
  components: async (remote) => new Set(await remote.components()).size,
  bridges: async (remote, graph) => {
    const pairs = (await remote.bridges()).map(([from, to]) => pairKey(graph.n, from, to));
    const found = new Set(pairs);
    const { a, b, count } = graph.ties;
    return Uint8Array.from({ length: count }, (_, tie) =>
      Number(found.has(pairKey(graph.n, a[tie] ?? 0, b[tie] ?? 0))),
    );
  },
};
const inHops: ReadonlySet<string> = new Set(['betweenness', 'closeness']);

/** What Graph Data Science has, by our ids. */
export const gdsIds: ReadonlySet<string> = new Set([
  ...Object.keys(computed),
  'modularity',
  'communities',
  'louvain',
]);

/** Measures of a graph that was sent to Graph Data Science, by our definitions. */
export class GdsEngine implements AnalysisEngine {
  readonly ids = gdsIds;
  readonly #remote: RemoteGraph;
  readonly #graph: Graph;

  constructor(remote: RemoteGraph, graph: Graph) {
    this.#remote = remote;
    this.#graph = graph;
  }

  get name(): string {
    return this.#remote.engine;
  }

  /** Errors: MEASURE_NOT_AVAILABLE, those of the database */
  async compute<L extends Level>({ id }: MeasureOf<L>): Promise<MeasureResults[L]> {
    const compute = computed[id];
    if (!compute || (inHops.has(id) && this.#graph.lengths !== null)) {
      throw new AnalysisError(
        'MEASURE_NOT_AVAILABLE',
        compute
          ? `${id} is computed in hops by gds, and the lens measures paths by inverse strength.`
          : `${id} is not computed by gds.`,
        'Other --measures, or no --engine.',
      );
    }
    // The table gives for each id what its level is: a flag a tie for bridges, a number a node for closeness.
    return (await compute(this.#remote, this.#graph)) as MeasureResults[L];
  }

  /** The best of seeded runs, by the modularity that we compute ourselves. */
  async detect(
    method: 'leiden' | 'louvain',
    seed: number,
    progress: (done: number) => void,
  ): Promise<Detection> {
    const made = method === 'leiden' ? runsOf(this.#graph.n) : 1;
    const runs: Uint32Array[] = [];
    let best = { run: 0, count: this.#graph.n, modularity: null as number | null };
    while (runs.length < made) {
      const run = runs.length;
      const labels = numbered(
        method === 'leiden' ? await this.#remote.leiden(seed * made + run) : await this.#remote.louvain(),
      );
      const count = orderLabels(labels);
      const value = modularity(this.#graph, labels, count);
      if (run === 0 || (value ?? 0) > (best.modularity ?? 0)) best = { run, count, modularity: value };
      runs.push(labels);
      progress(runs.length / made);
    }
    return {
      membership: runs[best.run] ?? new Uint32Array(0),
      count: best.count,
      modularity: best.modularity,
      runs,
      best: best.run,
    };
  }
}

/**
 * Shares of the whole. The library lets the mass of isolates go and starts everywhere with 1 − d: its equations are ours
 * times a constant, so that its scores differ from our shares by their sum alone.
 */
function asShares(scores: Float64Array): Float64Array {
  const sum = scores.reduce((total, score) => total + score, 0);
  return scores.map((score) => score / sum);
}

function pairKey(n: number, from: number, to: number): number {
  return Math.min(from, to) * n + Math.max(from, to);
}

/** Community numbers of any size as labels below the number of nodes. */
function numbered(communities: Float64Array): Uint32Array {
  const numbers = new Map<number, number>();
  return Uint32Array.from(communities, (community) => {
    const known = numbers.get(community) ?? numbers.size;
    numbers.set(community, known);
    return known;
  });
}
