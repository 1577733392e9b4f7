import { hundredths } from '#analysis/words/hundredths.ts';
import { listNames } from '#analysis/words/list-names.ts';
import type { Candidate, ReportFacts } from '#viz/report/report-facts.ts';
import { sentences } from '#viz/report/sentences/headline.ts';
import { holdsLargerHalf, siloTests } from '#viz/report/sentences/silo-tests.ts';

/** Why the groups that are not silos are none, those of one reason together. */
export function otherGroups(facts: ReportFacts): string {
  const failing = facts.candidates.filter((candidate) => !candidate.silo.certified);
  const open = failing.filter(({ silo }) => siloTests(silo).conductance === false);
  const leave = open.filter(({ silo }) => !holdsLargerHalf(facts, silo));
  const larger = open.filter(({ silo }) => holdsLargerHalf(facts, silo));
  const chance = failing.filter(
    ({ silo }) => siloTests(silo).conductance === true && siloTests(silo).p === false,
  );
  const loose = failing.filter(({ silo }) => siloTests(silo).stability === false);
  return sentences(
    leave.length > 0 &&
      `${letters(leave)} ${verb(leave, 'sends', 'send')} at least half of ${its(leave)} tie ends to other groups.`,
    larger.length > 0 && `Most tie ends of the others lead into ${letters(larger)}.`,
    chance.length > 0 &&
      `${letters(chance)} ${verb(chance, 'keeps', 'keep')} more than half inside, yet chance alone does as well in ${asOften(chance)} networks.`,
    loose.length > 0 &&
      `${letters(loose)} ${verb(loose, 'is', 'are')} not found again reliably: two members come together in ${shares(loose)} of repeats.`,
    facts.analysis.siloNull?.degenerate !== null &&
      facts.analysis.siloNull?.degenerate !== undefined &&
      `No chance network could be drawn: ${facts.analysis.siloNull.degenerate.replace(/\.$/u, '')}.`,
  );
}

function letters(candidates: readonly Candidate[]): string {
  return listNames(candidates.map((candidate) => candidate.letter));
}

function verb(candidates: readonly Candidate[], one: string, many: string): string {
  return candidates.length === 1 ? one : many;
}

function its(candidates: readonly Candidate[]): string {
  return candidates.length === 1 ? 'its' : 'their';
}

/** "11 of 100", "11 to 13 of 100". */
function asOften(candidates: readonly Candidate[]): string {
  return `${range(candidates.map(({ silo }) => hundredths(silo.p ?? 1)))} of 100`;
}

function shares(candidates: readonly Candidate[]): string {
  return `${range(candidates.map(({ silo }) => hundredths(silo.stability ?? 0)))}%`;
}

function range(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? String(low) : `${low} to ${high}`;
}
