import { checkAborted } from '#analysis/errors.ts';
import { DistanceRow } from '#analysis/findings/distance-row.ts';
import type { Graph, Groups } from '#analysis/graph/graph.ts';

/**
 * What bringing a room together would gain: E_x(G + a clique on the room) − E_x(G), in hops, without rebuilding.
 *
 * With a(i) = min over the room of d(i, u), the new distance of a pair is min(d(i,j), a(i) + 1 + a(j)). X and the
 * groups stay as they are. The pairs of a node stand with the farthest first: from d(i,j) ≤ a(i) + 1 on none gains.
 *
 * Input    sources: the first nodes of the pairs counted, all nodes or a sample; takes: whether a pair is counted.
 * Output   gain of a room, ≥ 0; null where no pair is in different groups.
 * Cost     construction time O(n · m), memory 6 bytes a counted pair and 2 bytes n a candidate; `of` O(pairs).
 * Errors   ABORTED
 */
export class RoomGain {
  /** Pairs in different groups, over the sources taken. */
  readonly pairs: number;
  /** E_x of the network as it is; null without such a pair. */
  readonly before: number | null;
  /** First nodes of the pairs, and where the pairs of each begin. */
  readonly #first: readonly number[];
  readonly #offsets: Uint32Array;
  readonly #second: Uint32Array;
  readonly #hops: Uint16Array;
  /** Candidate → distances to all; 65,535 where there is no way. */
  readonly #rows = new Map<number, Uint16Array>();
  readonly #nearest: Uint16Array;
  readonly #closeness: Float64Array;

  constructor(
    graph: Graph,
    groups: Groups,
    candidates: readonly number[],
    sources: readonly number[],
    takes: () => boolean,
    signal: AbortSignal,
  ) {
    // Convening is counted in hops whatever the lens says of lengths: a meeting is one step.
    const row = new DistanceRow({ ...graph, lengths: null });
    const first: number[] = [];
    const offsets = [0];
    const second: number[] = [];
    const hops: number[] = [];
    const isSource = new Uint8Array(graph.n);
    for (const source of sources) isSource[source] = 1;
    let closeness = 0;
    for (const source of sources) {
      checkAborted(signal);
      const own = groups.of[source]!;
      if (own < 0) continue;
      row.from(source);
      const partners: number[] = [];
      for (let node = 0; node < graph.n; node++) {
        if (groups.of[node]! < 0 || groups.of[node] === own) continue;
        // A pair of two sources is counted from its lower one.
        if ((node < source && isSource[node] === 1) || !takes()) continue;
        partners.push(node);
        closeness += 1 / row.values[node]!;
      }
      partners.sort((a, b) => far(row.values[b]!) - far(row.values[a]!) || a - b);
      first.push(source);
      for (const node of partners) {
        second.push(node);
        hops.push(far(row.values[node]!));
      }
      offsets.push(second.length);
    }
    this.pairs = second.length;
    this.before = this.pairs === 0 ? null : closeness / this.pairs;
    this.#first = first;
    this.#offsets = Uint32Array.from(offsets);
    this.#second = Uint32Array.from(second);
    this.#hops = Uint16Array.from(hops);
    for (const candidate of candidates) {
      row.from(candidate);
      this.#rows.set(candidate, Uint16Array.from(row.values, far));
    }
    this.#nearest = new Uint16Array(graph.n);
    this.#closeness = Float64Array.from({ length: 2 * graph.n + 2 }, (_, distance) => 1 / distance);
  }

  /** The gain of a room of candidates. */
  of(room: readonly number[]): number {
    return this.#measure(room).mean;
  }

  /**
   * The gain where only some pairs of the room form a tie.
   *
   * Input    ties: pairs of positions in the room.
   * Cost     O(k · pairs + k³) for a room of k.
   */
  ofTies(room: readonly number[], ties: readonly (readonly [number, number])[]): number {
    const rows = room.map((member) => this.#rows.get(member)!);
    const between = hopsWithTies(room, rows, ties);
    const offsets = this.#offsets;
    let sum = 0;
    for (const [at, source] of this.#first.entries()) {
      // Hops from the source to each member by way of the others.
      const via = between.map((own) =>
        own.reduce((least, hops, u) => Math.min(least, hops + rows[u]![source]!), none),
      );
      const nearest = Math.min(...via);
      const end = offsets[at + 1]!;
      for (let pair = offsets[at]!; pair < end && this.#hops[pair]! > nearest; pair++) {
        const before = this.#hops[pair]!;
        const second = this.#second[pair]!;
        let renewed = before;
        for (let member = 0; member < via.length; member++) {
          const hops = via[member]! + rows[member]![second]!;
          if (hops < renewed) renewed = hops;
        }
        if (renewed < before) sum += 1 / renewed - (before === none ? 0 : 1 / before);
      }
    }
    return sum / Math.max(1, this.pairs);
  }

  /** Standard error of the gain of a room where the pairs are a sample. */
  error(room: readonly number[]): number {
    const { mean, squares } = this.#measure(room);
    return this.pairs < 2 ? 0 : Math.sqrt(Math.max(0, squares - mean * mean) / (this.pairs - 1));
  }

  #measure(room: readonly number[]): { mean: number; squares: number } {
    const nearest = this.#nearest.fill(none);
    for (const member of room) {
      const row = this.#rows.get(member)!;
      for (let v = 0; v < row.length; v++) if (row[v]! < nearest[v]!) nearest[v] = row[v]!;
    }
    const offsets = this.#offsets;
    const second = this.#second;
    const hops = this.#hops;
    const closeness = this.#closeness;
    let sum = 0;
    let squares = 0;
    for (const [at, source] of this.#first.entries()) {
      const step = nearest[source]! + 1;
      const end = offsets[at + 1]!;
      for (let pair = offsets[at]!; pair < end && hops[pair]! > step; pair++) {
        const renewed = step + nearest[second[pair]!]!;
        const before = hops[pair]!;
        if (renewed >= before) continue;
        const gain = closeness[renewed]! - (before === none ? 0 : closeness[before]!);
        sum += gain;
        squares += gain * gain;
      }
    }
    const pairs = Math.max(1, this.pairs);
    return { mean: sum / pairs, squares: squares / pairs };
  }
}

/** Hops between each two of a room once some pairs are tied (Floyd–Warshall). */
function hopsWithTies(
  room: readonly number[],
  rows: readonly Uint16Array[],
  ties: readonly (readonly [number, number])[],
): number[][] {
  const hops = rows.map((row) => room.map((member) => row[member]!));
  for (const [a, b] of ties) hops[a]![b] = hops[b]![a] = 1;
  for (const [k, through] of hops.entries()) {
    for (const own of hops) {
      for (let v = 0; v < own.length; v++) own[v] = Math.min(own[v]!, own[k]! + through[v]!);
    }
  }
  return hops;
}

/** Longer than any way there is. */
const none = 65_535;

function far(distance: number): number {
  return distance === Infinity ? none : distance;
}
