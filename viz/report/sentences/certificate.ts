import type { SiloRow } from '#api/contract/analysis.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { type Candidate, type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

const namesShown = 12;

/** "Chapman University, Manomet and three others. Of its 14 ties 8 stay inside. A group this closed …" */
export function certificate(facts: ReportFacts, candidate: Candidate): string {
  const { silo } = candidate;
  const names = listNames(
    silo.members.map((id) => labelOf(facts, id)),
    namesShown,
  );
  const all = silo.inside + silo.leaving;
  const inside =
    silo.leaving === 0
      ? `All of its ${all} ties stay inside.`
      : `Of its ${all} ties ${silo.inside} stay inside.`;
  return sentences(`${names}.`, inside, againstChance(facts, silo));
}

function againstChance(facts: ReportFacts, silo: SiloRow): string {
  const chance =
    silo.p === null
      ? ''
      : `a group this closed appears in ${ofHundred(silo.p)} networks in which ${facts.phrases.chance} (p = ${silo.p.toFixed(3)})`;
  const again = silo.stability === null ? '' : foundAgain(silo.stability, silo.runs);
  return capitalized([chance, again].filter((part) => part !== '').join(', and ')) + '.';
}

/** "about 4 of 100", "fewer than 1 of 100". */
export function ofHundred(p: number): string {
  const count = Math.round(p * 100);
  return count === 0 ? 'fewer than 1 of 100' : `about ${count} of 100`;
}

function foundAgain(stability: number, runs: number): string {
  const times = Math.round(stability * runs);
  if (stability >= 1 - 1e-9) return `it was found in every one of ${runs} repeats`;
  if (times === runs) return `it was found in nearly every one of ${runs} repeats`;
  return `it was found in ${times} of ${runs} repeats`;
}

/** How much weight the certificates can bear: what the inside ties rest on, and how p moves with the seed. */
export function weightItBears(facts: ReportFacts, found: readonly Candidate[]): string {
  const only = found.length === 1;
  return sentences(
    ...found.map((candidate) => restsOn(facts, candidate, only)),
    ...found.map((candidate) => overSeeds(candidate, only)),
    facts.input.ties !== 'shared' &&
      'If the stated ties were themselves made from shared activities, a certificate may overstate.',
  );
}

function restsOn(facts: ReportFacts, { silo, letter }: Candidate, only: boolean): string {
  const { collaboration } = facts.phrases;
  if (silo.collaborations === null) {
    return `${only ? 'Its' : `Group ${letter}'s`} ${silo.inside} inside ties are stated one by one.`;
  }
  const total = facts.input.collaborations?.total;
  const all = total === undefined ? '' : ` of the ${total}`;
  const count = numberWords(silo.collaborations);
  const noun = silo.collaborations === 1 && total === undefined ? collaboration.one : collaboration.many;
  const few = silo.collaborations <= 3 ? ' So few can make one team look like a closed circle.' : '';
  const whose = only ? `All ${silo.inside} inside ties` : `In group ${letter} all ${silo.inside} inside ties`;
  return `${whose} come from ${count}${all} ${noun}.${few}`;
}

function overSeeds({ silo, letter }: Candidate, only: boolean): string {
  const [low, high] = [Math.min(...silo.ps), Math.max(...silo.ps)];
  if (silo.ps.length < 2 || low === high) return '';
  const whose = only ? 'its p' : `the p of group ${letter}`;
  return `Over ${counted(silo.ps.length, 'seed')} of the chance networks ${whose} lay between ${low.toFixed(3)} and ${high.toFixed(3)}.`;
}
