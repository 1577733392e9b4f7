import type { SiloRow } from '#api/contract/analysis.ts';
import { siloRules } from '#analysis/findings/silo.ts';
import { listNames } from '#analysis/words/list-names.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';

/** The outcome of each test; null: not made. */
export interface SiloTests {
  readonly conductance: boolean | null;
  readonly p: boolean | null;
  readonly stability: boolean | null;
}

export function siloTests(silo: SiloRow): SiloTests {
  return {
    conductance: silo.conductance === null ? null : silo.conductance < siloRules.conductanceBelow,
    p: silo.p === null ? null : silo.p <= siloRules.pAtMost,
    stability: silo.stability === null ? null : silo.stability >= siloRules.stabilityAtLeast,
  };
}

/** A group that holds the larger half of all tie ends: then it is the rest that would be cut off from it. */
export function holdsLargerHalf(facts: ReportFacts, silo: SiloRow): boolean {
  return 2 * silo.inside + silo.leaving > facts.analysis.receipt.ties;
}

/** Reason in the words of the table, and as the clause of a sentence. */
type Reason = readonly [word: string, clause: string];

function reasons(facts: ReportFacts, silo: SiloRow): Reason[] {
  if (silo.certified) return [];
  const tests = siloTests(silo);
  const found: Reason[] = [];
  if (tests.conductance === null) found.push(['nothing outside has a tie', 'nothing outside it has a tie']);
  if (tests.conductance === false) {
    found.push(
      holdsLargerHalf(facts, silo)
        ? ['most ties of the rest lead into it', 'most tie ends of the rest lead into it']
        : ['most tie ends leave', 'most of its tie ends leave'],
    );
  }
  if (tests.p === false) found.push(['could be chance', 'it could be chance']);
  if (tests.stability === false) found.push(['not found again reliably', 'it is not found again reliably']);
  if (tests.p === null && found.length === 0)
    found.push(['chance could not be drawn', 'chance could not be drawn']);
  return found;
}

/** Why a candidate is not called a silo: "most tie ends leave, could be chance". */
export function whyNot(facts: ReportFacts, silo: SiloRow): string {
  return reasons(facts, silo)
    .map(([word]) => word)
    .join(', ');
}

/** The same in a sentence: "most of its tie ends leave and it could be chance". */
export function whyNotClauses(facts: ReportFacts, silo: SiloRow): string {
  return listNames(reasons(facts, silo).map(([, clause]) => clause));
}
