import { checkAborted } from '#analysis/errors.ts';
import { rings, ringOf } from '#analysis/findings/backup-bounds.ts';
import type { BackupQuestion } from '#analysis/findings/backup-question.ts';
import { BackupServed } from '#analysis/findings/backup-served.ts';

/** The tie that would restore most of what is lost without a node. */
export interface BackupTie {
  readonly a: number;
  readonly b: number;
  /** Share of what is lost that it restores, 0…1. */
  readonly restores: number;
  /** How many ties restore as much (within 1e-9), this one counted; (a, b) is the lowest of them. */
  readonly equal: number;
  /** False: the best of those tried, or over a sample of the lost pairs; the lists were too long for all. */
  readonly exact: boolean;
}

const same = 1e-9;

/**
 * The backup tie: absent in G, neither end b, with the largest Σ [min(1/d_new, 1/d_G) − 1/d_{G−b}] / Σ lost over the
 * pairs that are lost without b; null when nothing is lost, or (with lengths) when no tie of strength 1 restores any.
 *
 * Exact, by branch and bound in three steps, each an upper bound of the next: what the ends could restore at most
 * (BackupBounds), what the two orientations of a tie restore together, what the tie restores. Nodes are taken by
 * their bound, each with all that come after it, until no bound reaches the best value.
 *
 * Output   the lowest of the best ties in node order, with how many are as good.
 * Random   none; the lost pairs may be a seeded sample (LostPairs).
 * Cost     time (ties whose bound reaches the best) · n at worst, bounded by `effort`; memory n lists of near nodes.
 * Errors   ABORTED
 */
export function backupTie(question: BackupQuestion): BackupTie | null {
  const { graph, lost, signal } = question;
  if (lost.count === 0) return null;
  const served = new BackupServed(question);
  const orders = kinds.map((kind) => orderOf(question, kind));
  // The most promising nodes among themselves: a high value to begin with spares most of the rest.
  const first = new Best(0);
  for (const { kind, order } of orders) {
    const top = order.subarray(0, probed);
    for (let at = 0; at < top.length; at++) tryPartners(question, served, first, kind, top, at);
  }
  const best = new Best(first.floor);
  let exact = lost.thinned === 1;
  for (const { kind, order, key } of orders) {
    for (let at = 0; at < order.length && key[order[at]!]! >= best.floor; at++) {
      checkAborted(signal);
      if (tryPartners(question, served, best, kind, order, at)) continue;
      exact = false;
      break;
    }
  }
  // Levels cut short may overrate a tie between two components that was taken at its bound.
  if (graph.lengths === null && !served.isExact) exact = false;
  return (best.isEmpty ? first : best).tie(served.total, exact);
}

const kinds = ['within', 'across'] as const;
type Kind = (typeof kinds)[number];
const probed = 48;

/** Nodes that could restore anything by a tie of this kind, by the bound of all their ties, highest first. */
function orderOf({ graph, bounds, removed }: BackupQuestion, kind: Kind) {
  const most = Float64Array.from({ length: graph.n }, (_, v) => bounds.most(kind, rings.length - 1, v));
  // Inside one component one end restores half of the whole at least; across two each end bounds the whole.
  const key = kind === 'within' ? most.map((_, v) => 2 * bounds.half(v)) : most;
  const order = Uint32Array.from(key.keys())
    .filter((v) => v !== removed && most[v]! > 0)
    .sort((u, v) => key[v]! - key[u]! || u - v);
  return { kind, order, key };
}

/** What the tie (u, v) could restore at most, by what is known of its ends. */
function boundOf({ bounds, fromRemoved }: BackupQuestion, kind: Kind, u: number, v: number) {
  const mostU = bounds.most(kind, ringOf(fromRemoved[v]!), u);
  const mostV = bounds.most(kind, ringOf(fromRemoved[u]!), v);
  const whole = Math.min(mostU, mostV);
  if (kind === 'across') return whole;
  return Math.min(whole, Math.min(bounds.half(u), mostV) + Math.min(bounds.half(v), mostU));
}

/** Tries the ties between a node and those after it that it has no tie with; false: the effort is used up. */
function tryPartners(
  question: BackupQuestion,
  served: BackupServed,
  best: Best,
  kind: Kind,
  order: Uint32Array,
  at: number,
): boolean {
  const { graph, component, fromRemoved } = question;
  const u = order[at]!;
  const tied = new Set(graph.targets.subarray(graph.offsets[u], graph.offsets[u + 1]));
  const candidates: { v: number; bound: number }[] = [];
  let ring = 0;
  for (let k = at + 1; k < order.length; k++) {
    const v = order[k]!;
    if ((component[u] === component[v]) !== (kind === 'within')) continue;
    const bound = boundOf(question, kind, u, v);
    if (bound < best.floor || bound === 0 || tied.has(v)) continue;
    candidates.push({ v, bound });
    ring = Math.max(ring, ringOf(fromRemoved[v]!));
  }
  served.steps += order.length - at;
  if (candidates.length === 0) return true;
  served.hold(u, ring);
  let asked = 0;
  for (; asked < candidates.length && served.steps <= question.effort; asked++) {
    candidates[asked]!.bound = served.together(candidates[asked]!.v);
  }
  const isWhole = asked === candidates.length;
  candidates.length = asked;
  candidates.sort((x, y) => y.bound - x.bound || x.v - y.v);
  for (const { v, bound } of candidates) {
    if (bound < best.floor) break;
    const value = served.isExact && kind === 'across' ? bound : served.directly(v);
    best.offer(Math.min(u, v), Math.max(u, v), value);
  }
  return isWhole;
}

/** The best value so far, the lowest tie that has it, and how many do. */
class Best {
  /** What a candidate must reach. */
  floor: number;
  #value = 0;
  #a = -1;
  #b = -1;
  #equal = 0;

  constructor(floor: number) {
    this.floor = floor;
  }

  get isEmpty(): boolean {
    return this.#a < 0;
  }

  offer(a: number, b: number, value: number): void {
    if (value <= 0 || value < this.floor) return;
    const better = value > this.#value * (1 + same);
    if (value > this.#value) {
      this.#value = value;
      this.floor = value * (1 - same);
    }
    this.#equal = better ? 1 : this.#equal + 1;
    if (!better && (a > this.#a || (a === this.#a && b > this.#b))) return;
    this.#a = a;
    this.#b = b;
  }

  tie(total: number, exact: boolean): BackupTie | null {
    if (this.#a < 0) return null;
    const restores = Math.min(1, this.#value / total);
    return { a: this.#a, b: this.#b, restores, equal: this.#equal, exact };
  }
}
