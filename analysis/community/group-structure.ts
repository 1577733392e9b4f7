import type { Graph } from '#analysis/graph/graph.ts';

/** How closed one group is, by counting ties. */
export interface GroupStructure {
  readonly size: number;
  /** Ties between two members. */
  readonly inside: number;
  /** Ties from a member to anybody else. */
  readonly leaving: number;
  /** Tie ends at members: 2 · inside + leaving. */
  readonly volume: number;
  /** leaving / the smaller of volume and the volume of all others; null where either is 0. */
  readonly conductance: number | null;
  /** (leaving − inside) / (leaving + inside), −1…1; null without a tie. */
  readonly eiIndex: number | null;
  /** inside / possible pairs; null below two members. */
  readonly density: number | null;
}

/**
 * Ties inside and leaving each group, and what follows from them. Counts ties, each 1, whatever its strength.
 *
 * Input    a label a node, 0…count−1; −1: in no group (its ties leave those of its partners).
 * Output   one a group, in label order.
 * Cost     time O(n + m).
 * Source   conductance: Kannan, Vempala, Vetta 2004, doi:10.1145/990308.990313;
 *          E-I: Krackhardt, Stern 1988, doi:10.2307/2786835
 */
export function groupStructure(
  graph: Pick<Graph, 'ties'>,
  labels: ArrayLike<number>,
  count: number,
): GroupStructure[] {
  const { inside, leaving } = countTies(graph, labels, count);
  const sizes = new Uint32Array(count);
  for (let v = 0; v < labels.length; v++) if (labels[v]! >= 0) sizes[labels[v]!]!++;
  return Array.from(sizes, (size, group) => {
    const within = inside[group]!;
    const out = leaving[group]!;
    const volume = 2 * within + out;
    const smaller = Math.min(volume, 2 * graph.ties.count - volume);
    return {
      size,
      inside: within,
      leaving: out,
      volume,
      conductance: smaller === 0 ? null : out / smaller,
      eiIndex: within + out === 0 ? null : (out - within) / (out + within),
      density: size < 2 ? null : within / ((size * (size - 1)) / 2),
    };
  });
}

function countTies({ ties }: Pick<Graph, 'ties'>, labels: ArrayLike<number>, count: number) {
  const inside = new Uint32Array(count);
  const leaving = new Uint32Array(count);
  for (let tie = 0; tie < ties.count; tie++) {
    const one = labels[ties.a[tie]!]!;
    const two = labels[ties.b[tie]!]!;
    if (one === two) {
      if (one >= 0) inside[one]!++;
      continue;
    }
    if (one >= 0) leaving[one]!++;
    if (two >= 0) leaving[two]!++;
  }
  return { inside, leaving };
}
