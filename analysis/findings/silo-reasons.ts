import { siloRules, type Silo } from '#analysis/findings/silo.ts';
import type { TwoMode } from '#analysis/graph/graph.ts';
import type { NullKind } from '#analysis/nulls/null-model.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { decimals } from '#analysis/words/decimals.ts';
import { hundredths } from '#analysis/words/hundredths.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import { sharedEvents } from '#analysis/words/shared-events.ts';

/** What the sentences need beyond the candidate's own numbers. */
export interface SiloTest {
  readonly conductanceBelow: number;
  /** Whether the candidate holds the larger half of all tie ends: then the others are the ones that may be cut off. */
  readonly larger: boolean;
  /** Random networks drawn. */
  readonly drawn: number;
  readonly degenerate: string | null;
  readonly held: readonly string[];
  readonly projected: readonly TwoMode[];
}

const caution = 'If these ties are themselves a projection, the certificate may overstate.';

/** Why a candidate is not a silo, test by test; or what its certificate says and how much weight it can bear. */
export function siloReasons(silo: Omit<Silo, 'reasons'>, test: SiloTest): string[] {
  const reasons = silo.certified ? [certificate(silo, test)] : failures(silo, test);
  if (silo.ps.length > 1) {
    const list = silo.ps.map((p) => decimals(p, 3)).join(', ');
    reasons.push(`p over ${numberWords(silo.ps.length)} random seeds: ${list}; the middle one decides.`);
  }
  if (silo.p !== null && test.drawn < siloRules.draws) {
    reasons.push(
      `Only ${test.drawn} of ${siloRules.draws} random networks were drawn: more could not have certified any group.`,
    );
  }
  if (silo.p !== null) reasons.push(...test.held);
  if (silo.certified && silo.collaborations !== null) {
    const { one, many } = sharedEvents(test.projected);
    const stated = silo.null === 'both' ? ', beside ties that are stated' : '';
    reasons.push(`Its ties inside rest on ${counted(silo.collaborations, one, many)}${stated}.`);
  }
  if (silo.null === 'rewired') reasons.push(caution);
  return reasons;
}

function certificate(silo: Omit<Silo, 'reasons'>, test: SiloTest): string {
  const p = silo.p ?? 1;
  const share = hundredths(p);
  const often = share < 1 ? 'fewer than one' : `about ${numberWords(share)}`;
  const { runs, stability } = silo;
  const found =
    stability === 1
      ? `it was found in every one of ${runs} repeats`
      : `its members were found together in ${percent(stability ?? 0)} of ${runs} repeats`;
  return `A group this closed appears in ${often} of 100 networks in which ${chance(silo.null, test)} at random (p = ${decimals(p, 3)}), and ${found}.`;
}

function failures(silo: Omit<Silo, 'reasons'>, test: SiloTest): string[] {
  if (silo.size < siloRules.members) {
    const needs = numberWords(siloRules.members);
    return [`Too small to be tested: ${counted(silo.size, 'member')}, and a silo has at least ${needs}.`];
  }
  const reasons: string[] = [];
  const open = openness(silo, test);
  if (open !== null) reasons.push(open);
  if (silo.stability !== null && silo.stability < siloRules.stabilityAtLeast) {
    reasons.push(
      `Not found again reliably: two of its members are together in ${percent(silo.stability)} of ${silo.runs} repeats on average, and a silo needs ${percent(siloRules.stabilityAtLeast)}.`,
    );
  }
  if (test.degenerate !== null) {
    reasons.push(`Not tested against chance: ${test.degenerate}`);
  } else if (silo.p === null) {
    reasons.push('Not tested against chance, as no group passes the other tests.');
  } else if (silo.p > siloRules.pAtMost) {
    reasons.push(
      `Could be chance: a group this closed appears in about ${numberWords(Math.round(silo.p * 100))} of 100 networks in which ${chance(silo.null, test)} at random (p = ${decimals(silo.p, 3)}).`,
    );
  }
  return reasons;
}

/** Why its conductance fails, or null. */
function openness(silo: Omit<Silo, 'reasons'>, test: SiloTest): string | null {
  const { conductance } = silo;
  if (conductance === null) {
    return 'Nothing outside has a tie, so there is nobody that it could keep from.';
  }
  if (conductance < test.conductanceBelow) return null;
  const whose = test.larger ? ' of all others' : '';
  const where = test.larger ? 'lead into it' : 'leave';
  const how =
    conductance > 0.5
      ? `Most tie ends${whose} ${where}`
      : conductance === 0.5
        ? `Half of the tie ends${whose} ${where}`
        : `${capitalized(percent(conductance))} of the tie ends${whose} ${where}`;
  return `${how}: conductance ${decimals(conductance, 2)}, and a silo has less than ${decimals(test.conductanceBelow, 2)}.`;
}

/** What stays the same in the random networks: "the same organizations … ". */
function chance(kind: NullKind, test: SiloTest): string {
  const join = `join the same number of ${sharedEvents(test.projected).many}`;
  const partners = 'have the same number of partners';
  if (kind === 'rewired') return `the same organizations ${partners}`;
  if (kind === 'two-mode') return `the same organizations ${join}`;
  return `the same organizations ${join} and ${partners} of their own`;
}
