import { checkAborted } from '#analysis/errors.ts';
import { pairCounter, pairsOf, type PairCounts } from '#analysis/findings/count-pairs.ts';
import { falseDiscovery } from '#analysis/findings/false-discovery.ts';
import type { PairVerdict, SectorPair } from '#analysis/findings/sector-pair.ts';
import { sectorPairSentence } from '#analysis/findings/sector-pair-sentence.ts';
import { type Graph, type Groups, type TwoMode } from '#analysis/graph/graph.ts';
import { Random } from '#analysis/graph/random.ts';
import { mergedTies, nullModel } from '#analysis/nulls/null-model.ts';

export interface SectorPairOptions {
  readonly seed: number;
  /** The gatherings recorded, whether or not the lens makes ties of them; null: none is recorded. */
  readonly gatherings?: TwoMode | null;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface SectorPairFinding {
  /** (0,1), (0,2), … (1,2), …; empty where the null is degenerate. */
  readonly pairs: readonly SectorPair[];
  /** Random networks drawn. */
  readonly drawn: number;
  readonly degenerate: string | null;
}

const qAtMost = 0.05;
const drawsAtLeast = 999;
const drawsPerPair = 20;

/**
 * Pairs that never met: for each two sectors, the ties between them against what chance would give.
 *
 * p = (1 + #{null ≤ O}) / (N + 1), one-sided, N = max(999, 20 · pairs), in random networks along the chain of the silo
 * certificate. Where ties are projected, joint participations are tested beside distinct ties (the null makes more
 * distinct ties than there are, as real partners repeat), and a finding needs both. q: Benjamini–Hochberg over all pairs.
 *
 * Verdict  apart: no tie, no shared gathering, q ≤ .05 in both counts. never met: no tie, no shared gathering.
 *          fewer: q ≤ .05 in both. more: the same by the upper tail, p = (1 + #{null ≥ O}) / (N + 1), its own q ≤ .05 in
 *          both. as expected: the rest.
 *
 * Input    Graph; groups by an attribute, −1: in no pair.
 * Islands  count in no tie; they are why expectation goes by degree and not by size.
 * Random   stream "null" of the seed.
 * Cost     time O(N · (swaps + ties + Σ k²)); memory O(pairs).
 * Errors   ABORTED
 * Source   MEASURES, finding 3
 */
export function sectorPairs(graph: Graph, groups: Groups, options: SectorPairOptions): SectorPairFinding {
  const { seed, gatherings = null, signal, progress } = options;
  const pairs = pairsOf(groups.count);
  if (pairs === 0) return { pairs: [], drawn: 0, degenerate: null };
  const draws = Math.max(drawsAtLeast, drawsPerPair * pairs);
  const count = pairCounter(groups);
  const observed = copied(count(mergedTies(graph), graph.origin.projected));
  const ties = new Tail(observed.ties);
  const joint = new Tail(observed.joint);
  const model = nullModel(graph, new Random(seed, 'null'));
  for (let draw = 0; draw < draws; draw++) {
    if (signal && draw % 16 === 0) checkAborted(signal);
    if (!model.next()) return { pairs: [], drawn: 0, degenerate: model.degenerate };
    const sample = count(model.stated, model.projected);
    ties.add(sample.ties);
    joint.add(sample.joint);
    if (draw % 50 === 0) progress?.(draw / draws);
  }
  progress?.(1);
  const met = gatherings === null ? null : sharedGatherings(gatherings, groups);
  return { pairs: judged(groups, ties, joint, met), drawn: draws, degenerate: null };
}

/** How many random networks have at most, and at least, as many as observed; and their sum. */
class Tail {
  readonly observed: Uint32Array;
  readonly #below: Uint32Array;
  readonly #above: Uint32Array;
  readonly #sum: Float64Array;
  #draws = 0;

  constructor(observed: Uint32Array) {
    this.observed = observed;
    this.#below = new Uint32Array(observed.length);
    this.#above = new Uint32Array(observed.length);
    this.#sum = new Float64Array(observed.length);
  }

  add(sample: Uint32Array): void {
    this.#draws++;
    for (let pair = 0; pair < sample.length; pair++) {
      const value = sample[pair]!;
      this.#sum[pair]! += value;
      if (value <= this.observed[pair]!) this.#below[pair]!++;
      if (value >= this.observed[pair]!) this.#above[pair]!++;
    }
  }

  get results() {
    const pOf = (hits: number): number => (1 + hits) / (this.#draws + 1);
    const p = Array.from(this.#below, pOf);
    return {
      expected: Array.from(this.#sum, (sum) => sum / this.#draws),
      p,
      q: falseDiscovery(p),
      qMore: falseDiscovery(Array.from(this.#above, pOf)),
    };
  }
}

function judged(groups: Groups, ties: Tail, joint: Tail, met: Uint32Array | null): SectorPair[] {
  const distinct = ties.results;
  const repeated = joint.results;
  const pairs: SectorPair[] = [];
  for (let a = 0; a < groups.count; a++) {
    for (let b = a + 1; b < groups.count; b++) {
      const at = pairs.length;
      const numbers = {
        a,
        b,
        ties: ties.observed[at]!,
        expected: distinct.expected[at]!,
        joint: joint.observed[at]!,
        expectedJoint: repeated.expected[at]!,
        p: distinct.p[at]!,
        q: distinct.q[at]!,
        pJoint: repeated.p[at]!,
        qJoint: repeated.q[at]!,
        sharedGatherings: met === null ? null : met[at]!,
      };
      const fewer = numbers.q <= qAtMost && numbers.qJoint <= qAtMost;
      const more = distinct.qMore[at]! <= qAtMost && repeated.qMore[at]! <= qAtMost;
      const unmet = numbers.ties === 0 && (numbers.sharedGatherings ?? 0) === 0;
      const verdict = verdictOf(unmet, fewer, more);
      const names = [groups.names[a]!, groups.names[b]!] as const;
      pairs.push({ ...numbers, verdict, sentence: sectorPairSentence(names, { ...numbers, verdict }) });
    }
  }
  return pairs;
}

function verdictOf(unmet: boolean, fewer: boolean, more: boolean): PairVerdict {
  if (unmet) return fewer ? 'apart' : 'never met';
  if (fewer) return 'fewer';
  return more ? 'more' : 'as expected';
}

/** For each pair of groups, the gatherings that somebody of each attended. */
function sharedGatherings({ events, offsets, members }: TwoMode, groups: Groups): Uint32Array {
  const met = new Uint32Array(pairsOf(groups.count));
  const there = new Uint8Array(groups.count);
  for (let event = 0; event < events; event++) {
    there.fill(0);
    for (const v of members.subarray(offsets[event], offsets[event + 1])) {
      const group = groups.of[v]!;
      if (group >= 0) there[group] = 1;
    }
    let at = 0;
    for (let a = 0; a < groups.count; a++) {
      for (let b = a + 1; b < groups.count; b++) met[at++]! += there[a]! & there[b]!;
    }
  }
  return met;
}

function copied({ ties, joint }: PairCounts): PairCounts {
  return { ties: ties.slice(), joint: joint.slice() };
}
