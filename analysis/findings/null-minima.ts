import { groupStructure } from '#analysis/community/group-structure.ts';
import { leiden } from '#analysis/community/leiden.ts';
import { orderLabels } from '#analysis/community/order-labels.ts';
import { checkAborted } from '#analysis/errors.ts';
import { siloRules } from '#analysis/findings/silo.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { nullModel, sampledGraph } from '#analysis/nulls/null-model.ts';

interface MinimaOptions {
  readonly seed: number;
  /** Which of the null seeds, 1…5. */
  readonly repeat: number;
  /** E-I of the candidates that are still to be judged. */
  readonly candidates: readonly number[];
  /** Ends when every candidate has as many minima at or below it. */
  readonly hitsEnough: number;
  readonly signal: AbortSignal | undefined;
  readonly progress: (done: number) => void;
}

export interface NullMinima {
  readonly minima: readonly (number | null)[];
  readonly held: readonly string[];
  readonly degenerate: string | null;
}

/**
 * The smallest E-I among communities of four or more in each of up to 199 random networks, the detection run again
 * (once, the same algorithm) on each.
 *
 * Random   the chain draws from (seed, "null"), further repeats from (seed, "null 2") …; each detection from a
 *          stream of its own, so that finding 3 goes along the same chain.
 * Cost     time O(199 · (swaps + m + a Leiden run)).
 * Errors   ABORTED
 */
export function nullMinima(graph: Graph, options: MinimaOptions): NullMinima {
  const { seed, repeat, candidates, hitsEnough, signal, progress } = options;
  const stream = repeat === 1 ? 'null' : `null ${repeat}`;
  const model = nullModel(graph, new Random(seed, stream));
  const minima: (number | null)[] = [];
  const enough = (): boolean => candidates.every((ei) => hits(minima, ei) >= hitsEnough);
  while (minima.length < siloRules.draws && !enough()) {
    if (signal) checkAborted(signal);
    if (!model.next()) return { minima: [], held: [], degenerate: model.degenerate };
    minima.push(
      smallestEi(sampledGraph(graph, model), new Random(seed, `${stream} leiden ${minima.length}`)),
    );
    progress(minima.length / siloRules.draws);
  }
  return { minima, held: model.held, degenerate: null };
}

/** How many random networks have a community at least as closed. */
export function hits(minima: readonly (number | null)[], eiIndex: number): number {
  return minima.filter((minimum) => minimum !== null && minimum <= eiIndex).length;
}

function smallestEi(graph: Graph, random: Random): number | null {
  const labels = leiden(graph, random);
  const count = orderLabels(labels);
  let smallest: number | null = null;
  for (const { size, eiIndex } of groupStructure(graph, labels, count)) {
    if (size < siloRules.members || eiIndex === null) continue;
    if (smallest === null || eiIndex < smallest) smallest = eiIndex;
  }
  return smallest;
}
