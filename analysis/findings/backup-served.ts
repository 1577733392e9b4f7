import { rings, ringOf } from '#analysis/findings/backup-bounds.ts';
import type { BackupQuestion } from '#analysis/findings/backup-question.ts';
import { DistanceRow } from '#analysis/findings/distance-row.ts';

/** Whom a node could serve as one end of a tie, by the ring of the other end. */
interface Admitted {
  /** Lost nodes near enough, those for the narrowest ring first, nearest first within it. */
  readonly near: Uint32Array;
  /** Where each of them stands in `#gains`: level of distance · n + node. */
  readonly slots: Uint32Array;
  /** ring → how many of `near` count. */
  readonly within: readonly number[];
}

/**
 * What a tie would restore: the two orientations together (an upper bound, cheap), or
 * directly. The lost pairs are kept by both of their nodes.
 */
export class BackupServed {
  /** Σ of what is lost. */
  readonly total: number;
  /** Whether `together` counts exactly what one orientation restores: in hops, where levels are distances. */
  isExact: boolean;
  /** Elementary steps so far. */
  steps = 0;
  readonly #question: BackupQuestion;
  readonly #admitted: (Admitted | undefined)[] = [];
  readonly #rowU: DistanceRow;
  readonly #rowV: DistanceRow;
  #u = -1;
  readonly #offsets: Uint32Array;
  readonly #others: Uint32Array;
  /** Distances before and after, in the order of `#others`: read in a row they stay in the cache. */
  readonly #before: Float32Array | Float64Array;
  readonly #after: Float32Array | Float64Array;
  /** ring → node → a candidate's end nearer than this may serve it. */
  readonly #reach: readonly Float64Array[];
  readonly #near: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #gains: Float64Array;
  /** Levels of `#gains`. */
  readonly #width: number;

  constructor(question: BackupQuestion) {
    this.#question = question;
    this.#rowU = new DistanceRow(question.graph);
    this.#rowV = new DistanceRow(question.graph);
    const { lost, graph } = question;
    this.isExact = graph.lengths === null;
    this.#near = new Uint32Array(graph.n);
    this.#slots = new Uint32Array(graph.n);
    const offsets = new Uint32Array(graph.n + 1);
    let total = 0;
    for (let k = 0; k < lost.count; k++) {
      offsets[lost.first[k]! + 1]!++;
      offsets[lost.second[k]! + 1]!++;
      total += 1 / lost.before[k]! - 1 / lost.after[k]!;
    }
    for (let v = 0; v < graph.n; v++) offsets[v + 1]! += offsets[v]!;
    const next = offsets.slice();
    this.#others = new Uint32Array(lost.count * 2);
    // Hops are whole numbers that 32 bits hold exactly.
    const Distances = graph.lengths === null ? Float32Array : Float64Array;
    this.#before = new Distances(lost.count * 2);
    this.#after = new Distances(lost.count * 2);
    for (let k = 0; k < lost.count; k++) {
      this.#put(next[lost.first[k]!]!++, lost.second[k]!, lost.before[k]!, lost.after[k]!);
      this.#put(next[lost.second[k]!]!++, lost.first[k]!, lost.before[k]!, lost.after[k]!);
    }
    this.#offsets = offsets;
    this.total = total;
    this.#reach = rings.map((ring) => this.#reachOf(ring));
    const furthest = this.#reach[rings.length - 1]!.reduce((most, reach) => Math.max(most, reach), 0);
    // No end of a tie that restores anything of a pair is further than this from its node.
    this.#width = question.levels.of(Math.min(furthest, question.bounds.furthest)) + 1;
    this.#gains = new Float64Array(this.#width * graph.n);
    this.steps += lost.count * 8;
  }

  #put(slot: number, other: number, before: number, after: number): void {
    this.#others[slot] = other;
    this.#before[slot] = before;
    this.#after[slot] = after;
  }

  /** Per node j: max over its lost pairs (i, j) of L′ − length − max(0, d(i,b) − ring). */
  #reachOf(ring: number): Float64Array {
    const { lost, fromRemoved, newLength, graph } = this.#question;
    const reach = new Float64Array(graph.n);
    for (let k = 0; k < lost.count; k++) {
      const i = lost.first[k]!;
      const j = lost.second[k]!;
      const room = lost.after[k]! - newLength;
      reach[j] = Math.max(reach[j]!, room - Math.max(0, fromRemoved[i]! - ring));
      reach[i] = Math.max(reach[i]!, room - Math.max(0, fromRemoved[j]! - ring));
    }
    return reach;
  }

  /** Takes one end of the ties to be asked about; the other ends lie within `ring`. */
  hold(u: number, ring: number): void {
    this.#u = u;
    this.#rowU.from(u, this.#question.removed);
    this.steps += this.#rowU.reached * 8;
    this.#gather(this.#admit(u, this.#rowU), rings[ring]!);
  }

  #admit(node: number, row: DistanceRow): Admitted {
    const { levels: scale, graph } = this.#question;
    const { order, reached, values } = row;
    const near = this.#near;
    const slots = this.#slots;
    const within: number[] = [];
    let count = 0;
    for (let ring = 0; ring < rings.length; ring++) {
      const reach = this.#reach[ring]!;
      const narrower = this.#reach[ring - 1];
      for (let k = 0; k < reached; k++) {
        const j = order[k]!;
        const distance = values[j]!;
        if (distance >= reach[j]! || (narrower !== undefined && distance < narrower[j]!)) continue;
        const level = scale.of(distance);
        if (scale.isCut(level)) this.isExact = false;
        near[count] = j;
        slots[count++] = level * graph.n + j;
      }
      within.push(count);
    }
    this.steps += reached * 16;
    return (this.#admitted[node] = { near: near.slice(0, count), slots: slots.slice(0, count), within });
  }

  /**
   * Σ over lost pairs of what the two orientations of the tie from the node held to v restore, each by itself: at
   * least what the tie restores.
   */
  together(v: number): number {
    let end = this.#admitted[v];
    if (end === undefined) {
      this.#rowV.from(v, this.#question.removed);
      end = this.#admit(v, this.#rowV);
    }
    const count = end.within[ringOf(this.#question.fromRemoved[this.#u]!)]!;
    const { slots } = end;
    const gains = this.#gains;
    let sum = 0;
    for (let k = 0; k < count; k++) sum += gains[slots[k]!]!;
    this.steps += count + 8;
    return sum;
  }

  /** gains[y · n + j]: what u restores of j's pairs when the other end of its tie is y levels from j. */
  #gather(u: Admitted, ring: number): void {
    const { levels: scale, newLength, fromRemoved, graph } = this.#question;
    const { n } = graph;
    const level = scale.width;
    const gains = this.#gains.fill(0);
    const width = this.#width;
    const offsets = this.#offsets;
    const others = this.#others;
    const befores = this.#before;
    const afters = this.#after;
    const count = u.within[ringOf(ring)]!;
    let steps = count + gains.length;
    for (let k = 0; k < count; k++) {
      const i = u.near[k]!;
      const base = Math.floor(u.slots[k]! / n) * level + newLength;
      const end = offsets[i + 1]!;
      steps += end - offsets[i]!;
      for (let slot = offsets[i]!; slot < end; slot++) {
        const after = afters[slot]!;
        const j = others[slot]!;
        // No end within the ring is nearer to j than this.
        const beyond = fromRemoved[j]! - ring;
        let y = beyond > 0 ? scale.of(beyond) : 0;
        if (base + y * level >= after) continue;
        const before = befores[slot]!;
        for (; y < width; y++) {
          const distance = base + y * level;
          if (distance >= after) break;
          gains[y * n + j]! += 1 / (distance > before ? distance : before) - 1 / after;
          steps++;
        }
      }
    }
    this.steps += steps;
  }

  /** What the tie between the node held and v restores, pair by pair. */
  directly(end: number): number {
    const { lost, newLength, removed } = this.#question;
    this.#rowV.from(end, removed);
    const u = this.#rowU.values;
    const v = this.#rowV.values;
    let sum = 0;
    for (let k = 0; k < lost.count; k++) {
      const i = lost.first[k]!;
      const j = lost.second[k]!;
      const distance = newLength + Math.min(u[i]! + v[j]!, v[i]! + u[j]!);
      const after = lost.after[k]!;
      if (distance >= after) continue;
      const before = lost.before[k]!;
      sum += 1 / (distance > before ? distance : before) - 1 / after;
    }
    this.steps += lost.count * 2;
    return sum;
  }
}
