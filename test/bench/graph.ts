import { Random } from '#analysis/graph/random.ts';
import type { TieRows } from '#analysis/graph/graph.ts';

/** A network to measure on, and the groups it was planted with. */
export interface BenchNetwork {
  readonly ids: readonly string[];
  readonly rows: TieRows;
  readonly groups: Int32Array;
  readonly groupCount: number;
}

export interface BenchShape {
  readonly nodes: number;
  readonly ties: number;
  /** Share of ties drawn across groups. */
  readonly across: number;
  readonly smallest: number;
  readonly largest: number;
  readonly seed: number;
}

/** As many organizations and ties as a large county or a national field has. */
export const mediumShape: BenchShape = {
  nodes: 5000,
  ties: 25_000,
  across: 0.25,
  smallest: 20,
  largest: 400,
  seed: 12,
};

/**
 * A seeded planted partition with heavy-tailed degrees: group sizes by a power law of exponent 2, degrees by a
 * Pareto tail of exponent 2.6, distinct ties, strengths whole numbers (geometric, stronger inside groups).
 */
export function benchNetwork(shape: BenchShape): BenchNetwork {
  const random = new Random(shape.seed, 'bench');
  const { nodes: n, ties: m } = shape;
  const starts = groupStarts(shape, random);
  const sums = new Float64Array(n + 1);
  const most = 4 * Math.sqrt(n);
  for (let v = 0; v < n; v++) {
    sums[v + 1] = sums[v]! + Math.min((1 - random.float()) ** (-1 / 1.6), most);
  }
  const groupOf = new Int32Array(n);
  for (let group = 0; group + 1 < starts.length; group++)
    groupOf.fill(group, starts[group], starts[group + 1]);
  const names = random.shuffle(Uint32Array.from({ length: n }, (_, v) => v));
  const from = new Uint32Array(m);
  const to = new Uint32Array(m);
  const strength = new Float64Array(m);
  const seen = new Set<number>();
  for (let tie = 0; tie < m;) {
    const u = pick(sums, random.float() * sums[n]!);
    const group = groupOf[u]!;
    const low = sums[starts[group]!]!;
    const high = sums[starts[group + 1]!]!;
    const inside = random.float() >= shape.across;
    const v = pick(sums, inside ? low + random.float() * (high - low) : random.float() * sums[n]!);
    const key = Math.min(u, v) * n + Math.max(u, v);
    if (u === v || seen.has(key)) continue;
    seen.add(key);
    from[tie] = names[u]!;
    to[tie] = names[v]!;
    strength[tie++] = geometric(random, groupOf[u] === groupOf[v] ? 0.35 : 0.6);
  }
  const groups = new Int32Array(n);
  for (let v = 0; v < n; v++) groups[names[v]!] = groupOf[v]!;
  return {
    ids: Array.from({ length: n }, (_, v) => `o${v}`),
    rows: { from, to, strength, directed: new Uint8Array(m) },
    groups,
    groupCount: starts.length - 1,
  };
}

/** The same as a CSV tie list: source,target,strength. */
export function benchCsv(network: BenchNetwork): string {
  const lines = ['source,target,strength'];
  const { from, to, strength } = network.rows;
  for (let row = 0; row < from.length; row++) {
    lines.push(`${network.ids[from[row]!]},${network.ids[to[row]!]},${strength[row]}`);
  }
  return lines.join('\n') + '\n';
}

function groupStarts({ nodes, smallest, largest }: BenchShape, random: Random): number[] {
  const starts = [0];
  for (let last = 0; last < nodes;) {
    const share = 1 / smallest + random.float() * (1 / largest - 1 / smallest);
    last = Math.min(nodes, last + Math.floor(1 / share));
    if (nodes - last < smallest) last = nodes;
    starts.push(last);
  }
  return starts;
}

/** The node whose stretch of the cumulated sums holds x. */
function pick(sums: Float64Array, x: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sums[middle]! <= x) low = middle;
    else high = middle;
  }
  return low;
}

function geometric(random: Random, share: number): number {
  let count = 1;
  while (random.float() >= share) count++;
  return count;
}
