import { buildGraph } from '#analysis/graph/build-graph.ts';
import { noRows, type Graph, type Ties, type TwoMode } from '#analysis/graph/graph.ts';
import type { Random } from '#analysis/graph/random.ts';
import type { Chain } from '#analysis/nulls/chain.ts';
import { rewire } from '#analysis/nulls/rewire.ts';
import { rewireTwoMode } from '#analysis/nulls/rewire-two-mode.ts';

export type NullKind = 'rewired' | 'two-mode' | 'both';

/** The null of a whole graph: each part that its ties come from, rewired by its own rule. */
export interface NullModel extends Chain {
  readonly kind: NullKind;
  /** The present sample of the stated ties, merged. */
  readonly stated: Ties;
  /** The present sample of every part that gives pairs. */
  readonly projected: readonly TwoMode[];
  /** Sentences on parts that cannot be rewired and stay as observed beside others that can. */
  readonly held: readonly string[];
  /** Why there is no null, once next() has said so. */
  readonly degenerate: string | null;
}

interface Part {
  readonly chain: Chain;
  /** Puts the observed part back. */
  readonly restore: () => void;
  readonly name: string;
}

/**
 * The null follows where the ties came from: stated ties are rewired degree by degree, shared events as a two-mode
 * network (activity and sizes kept); where both contribute, each by its own null.
 *
 * A part that cannot move (chain.ts) stays as observed if another can: the null is then nearer to the network, and the
 * test more careful. Where none can, the null is degenerate.
 *
 * Output   a chain; stated and projected are its present sample.
 * Random   one chain a seed, all parts in turn.
 * Cost     time O(swaps); memory as the parts.
 * Source   MEASURES, finding 1
 */
export function nullModel(graph: Graph, random: Random): NullModel {
  const observed = mergedTies(graph);
  const events = graph.origin.projected.filter(givesPairs);
  const ties = rewire(observed, graph.n, random);
  const shared = events.map((part) => rewireTwoMode(part, graph.n, random));
  const parts: Part[] = shared.map((chain, i) => ({
    chain,
    restore: () => chain.part.members.set(events[i]!.members),
    name: `The ${events[i]!.kind}`,
  }));
  if (observed.count > 0) {
    const restore = (): void => {
      ties.a.set(observed.a);
      ties.b.set(observed.b);
      ties.strength.set(observed.strength);
    };
    parts.unshift({ chain: ties, restore, name: 'The stated ties' });
  }

  let moving: Part[] | null = null;
  const held: string[] = [];
  let degenerate: string | null = null;
  const burnIn = (): boolean => {
    moving = parts.filter((part) => part.chain.next());
    for (const part of parts) {
      if (moving.includes(part)) continue;
      part.restore();
      held.push(`${part.name} cannot be rewired and stay as they are in every random network.`);
    }
    return moving.length > 0;
  };
  return {
    kind: nullKind(graph),
    stated: { count: observed.count, a: ties.a, b: ties.b, strength: ties.strength },
    projected: shared.map(({ part }) => part),
    held,
    get degenerate() {
      return degenerate;
    },
    next() {
      if (degenerate !== null) return false;
      const moved = moving === null ? burnIn() : moving.every((part) => part.chain.next());
      if (!moved) degenerate = reason(parts.length);
      return moved;
    },
  };
}

/** Which null a graph has: two-mode where all its ties are projected, both where some are. */
export function nullKind(graph: Graph): NullKind {
  const { stated, projected } = graph.origin;
  if (!projected.some(givesPairs)) return 'rewired';
  const tied = stated.from.some((from, row) => from !== stated.to[row] && stated.strength[row] !== 0);
  return tied ? 'both' : 'two-mode';
}

/** The graph of the present sample, built as the observed one was. */
export function sampledGraph(graph: Graph, model: NullModel): Graph {
  const { count, a, b, strength } = model.stated;
  const stated = count === 0 ? noRows : { from: a, to: b, strength, directed: new Uint8Array(count) };
  return buildGraph(graph.ids, { stated, projected: model.projected }, graph.options);
}

/** The stated rows as merged ties of the undirected simple view. */
export function mergedTies(graph: Graph): Ties {
  const { stated, projected } = graph.origin;
  if (projected.length === 0) return graph.ties;
  return buildGraph(graph.ids, { stated, projected: [] }, graph.options).ties;
}

function givesPairs(part: TwoMode): boolean {
  for (let event = 0; event < part.events; event++) {
    if (part.offsets[event + 1]! - part.offsets[event]! > 1) return true;
  }
  return false;
}

function reason(parts: number): string {
  if (parts === 0) return 'There is no tie to rewire.';
  return 'Too few random networks keep what this one keeps to compare it with (as with a star or a complete network).';
}
