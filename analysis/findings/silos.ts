import type { Detection } from '#analysis/community/detect.ts';
import { groupStructure } from '#analysis/community/group-structure.ts';
import { membersByLabel } from '#analysis/community/level.ts';
import { stability } from '#analysis/community/stability.ts';
import { hits, nullMinima, type NullMinima } from '#analysis/findings/null-minima.ts';
import { siloReasons } from '#analysis/findings/silo-reasons.ts';
import { siloRules, type Silo, type SiloNull } from '#analysis/findings/silo.ts';
import type { Graph } from '#analysis/graph/graph.ts';
import { nullKind } from '#analysis/nulls/null-model.ts';

export interface SiloOptions {
  readonly seed: number;
  /** Default .5. */
  readonly conductanceBelow?: number;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface SiloFinding {
  /** One a community of the detection, in its order. */
  readonly silos: readonly Silo[];
  readonly null: SiloNull;
}

type Facts = Omit<Silo, 'certified' | 'grade' | 'p' | 'ps' | 'reasons'>;

/** A null whose sixteen minima lie at or below a candidate puts its p above .08 whatever is drawn after. */
const hitsAboveClose = 16;
/** Ten put it above .05. */
const hitsAboveP = 10;
const repeats = 5;

/**
 * The silo certificate: which communities are closed, denser inside than chance, and found again.
 *
 * A community is called a silo only if it has at least 4 members, conductance < .5, p ≤ .05 against the smallest E-I
 * (of communities of 4 or more) in at least 199 random networks on which the detection is run again, and stability
 * ≥ .8. Where p is between .01 and .08 five null seeds are drawn and the middle p decides.
 *
 * The null follows where the ties came from (null-model.ts). It is drawn only if a candidate passes all other tests,
 * and ends early when no verdict can change: under the first seed when every candidate has 16 minima at or below it
 * (then p > .08 at 199, and no further seed is asked for), under the others at 10 (p > .05).
 *
 * Input    Graph and its detection (detect.ts).
 * Output   one a community: numbers, verdict, reasons in sentences; and what chance gave.
 * Islands  too small to be tested.
 * Random   streams "null", "null 2" … of the seed.
 * Cost     time up to 199 (five seeds: 995) times rewiring, building and one Leiden run.
 * Errors   ABORTED
 * Source   MEASURES, finding 1
 */
export function silos(graph: Graph, detection: Detection, options: SiloOptions): SiloFinding {
  const { seed, conductanceBelow = siloRules.conductanceBelow, signal, progress = () => undefined } = options;
  const facts = factsOf(graph, detection);
  const left = facts.filter((fact) => passesFirst(fact, conductanceBelow));
  const draw = (repeat: number, candidates: readonly Facts[], hitsEnough: number): NullMinima =>
    nullMinima(graph, {
      seed,
      repeat,
      hitsEnough,
      signal,
      candidates: candidates.map((fact) => fact.eiIndex!),
      progress: (done) => progress((repeat - 1 + done) / repeats),
    });

  const first = left.length === 0 ? notDrawn : draw(1, left, hitsAboveClose);
  const ps = new Map(
    facts
      .filter((fact) => fact.size >= siloRules.members && fact.eiIndex !== null && first.minima.length > 0)
      .map((fact) => [fact, [pOf(first, fact)]]),
  );
  const close = left.filter((fact) => isClose(ps.get(fact)?.[0]));
  for (let repeat = 2; close.length > 0 && repeat <= repeats; repeat++) {
    const further = draw(repeat, close, hitsAboveP);
    for (const fact of close) ps.get(fact)!.push(pOf(further, fact));
  }
  progress(1);
  return {
    silos: facts.map((fact) => judge(graph, fact, ps.get(fact) ?? [], first, conductanceBelow)),
    null: {
      kind: nullKind(graph),
      drawn: first.minima.length,
      minima: first.minima,
      degenerate: first.degenerate,
    },
  };
}

const notDrawn: NullMinima = { minima: [], held: [], degenerate: null };

function factsOf(graph: Graph, detection: Detection): Facts[] {
  const { membership, count, runs } = detection;
  const structure = groupStructure(graph, membership, count);
  const stable = stability(detection);
  const { starts, members } = membersByLabel(membership, count);
  const kind = nullKind(graph);
  const shared = kind === 'rewired' ? null : sharedEvents(graph, membership, count);
  return structure.map((group, community) => ({
    members: members.slice(starts[community], starts[community + 1]),
    size: group.size,
    inside: group.inside,
    leaving: group.leaving,
    conductance: group.conductance,
    eiIndex: group.eiIndex,
    stability: stable[community]!,
    runs: runs.length,
    collaborations: shared?.[community] ?? null,
    null: kind,
  }));
}

/** For each community, in how many events two or more of its members take part. */
function sharedEvents(graph: Graph, labels: Uint32Array, count: number): Uint32Array {
  const shared = new Uint32Array(count);
  const present = new Uint32Array(count);
  for (const { events, offsets, members } of graph.origin.projected) {
    for (let event = 0; event < events; event++) {
      const party = members.subarray(offsets[event], offsets[event + 1]);
      for (const v of party) if (++present[labels[v]!]! === 2) shared[labels[v]!]!++;
      for (const v of party) present[labels[v]!] = 0;
    }
  }
  return shared;
}

/** The cheap tests: size, conductance, stability. */
function passesFirst(fact: Facts, conductanceBelow: number): boolean {
  return (
    fact.size >= siloRules.members &&
    fact.eiIndex !== null &&
    fact.conductance !== null &&
    fact.conductance < conductanceBelow &&
    fact.stability !== null &&
    fact.stability >= siloRules.stabilityAtLeast
  );
}

function pOf({ minima }: NullMinima, fact: Facts): number {
  return (1 + hits(minima, fact.eiIndex!)) / (minima.length + 1);
}

function isClose(p: number | undefined): boolean {
  return p !== undefined && p >= siloRules.closeFrom && p <= siloRules.closeTo;
}

function judge(
  graph: Graph,
  fact: Facts,
  ps: readonly number[],
  drawn: NullMinima,
  conductanceBelow: number,
): Silo {
  const p = ps.length === 0 ? null : [...ps].sort((one, two) => one - two)[(ps.length - 1) / 2]!;
  const certified = passesFirst(fact, conductanceBelow) && p !== null && p <= siloRules.pAtMost;
  const closed = fact.conductance !== null && fact.conductance <= siloRules.closedAtMost;
  const judged = {
    ...fact,
    certified,
    grade: certified ? (closed ? 'closed' : 'silo') : null,
    p,
    ps,
  } as const;
  const reasons = siloReasons(judged, {
    conductanceBelow,
    larger: 2 * fact.inside + fact.leaving > graph.ties.count,
    drawn: drawn.minima.length,
    degenerate: drawn.degenerate,
    held: drawn.held,
    projected: graph.origin.projected,
  });
  return { ...judged, reasons };
}
