import type { SiloRow } from '#api/contract/analysis.ts';
import { siloRules } from '#analysis/findings/silo.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { hundredths } from '#analysis/words/hundredths.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { type Candidate, type ReportFacts, labelOf } from '#viz/report/report-facts.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

const namesShown = 12;
const namesShownOfMany = 5;

/** "Chapman University, Manomet and three others. Of its 14 ties 8 stay inside. A group this closed …" */
export function certificate(facts: ReportFacts, candidate: Candidate): string {
  const { silo } = candidate;
  const names = listNames(
    silo.members.map((id) => labelOf(facts, id)),
    namesShown,
  );
  return sentences(`${names}.`, insideOf(silo), againstChance(facts, silo));
}

function insideOf(silo: SiloRow): string {
  const all = silo.inside + silo.leaving;
  return silo.leaving === 0
    ? `All of its ${all} ties stay inside.`
    : `Of its ${all} ties ${silo.inside} stay inside.`;
}

function againstChance(facts: ReportFacts, silo: SiloRow): string {
  const chance =
    silo.p === null
      ? ''
      : `a group this closed appears in ${ofHundred(silo.p)} networks in which ${facts.phrases.chance} (p\u00a0=\u00a0${silo.p.toFixed(3)})`;
  const again = silo.stability === null ? '' : foundAgain(silo.stability, silo.runs);
  return capitalized([chance, again].filter((part) => part !== '').join(', and ')) + '.';
}

/** The same in short, where there are many: names, and how much stays inside. */
export function shortCertificate(facts: ReportFacts, { silo }: Candidate): string {
  const names = listNames(
    silo.members.map((id) => labelOf(facts, id)),
    namesShownOfMany,
  );
  return `${names}. ${insideOf(silo)}`;
}

/** What all certificates have in common: the least that each of them can say. */
export function commonCertificate(facts: ReportFacts, found: readonly Candidate[]): string {
  const p = Math.max(...found.map(({ silo }) => silo.p ?? 0));
  const stability = Math.min(...found.map(({ silo }) => silo.stability ?? 0));
  const runs = found[0]?.silo.runs ?? 0;
  return `A group as closed as any of these appears in ${ofHundred(p)} networks${p < rare ? '' : ' or fewer'} in which ${facts.phrases.chance}, and each was found in at least ${Math.floor(stability * runs + 1e-9)} of ${runs} repeats.`;
}

/** Below it there is no whole number of 100 to say. */
const rare = 0.0075;

/** "about 4 of 100", "fewer than 1 of 100". */
export function ofHundred(p: number): string {
  const count = hundredths(p);
  return p < rare ? 'fewer than 1 of 100' : `about ${count} of 100`;
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
  const projected = found.filter(({ silo }) => silo.collaborations !== null);
  return sentences(
    projected.length === 0 &&
      (only ? 'Its inside ties are stated one by one.' : 'Their inside ties are stated one by one.'),
    ...(projected.length <= 3
      ? projected.map((candidate) => restsOn(facts, candidate, only))
      : [restOnAtLeast(facts, projected)]),
    overSeeds(found, only),
    facts.input.ties !== 'shared' &&
      'If the stated ties were themselves made from shared activities, a certificate may overstate.',
  );
}

function restsOn(facts: ReportFacts, { silo, letter }: Candidate, only: boolean): string {
  const { collaboration } = facts.phrases;
  const total = facts.input.collaborations?.total;
  const all = total === undefined ? '' : ` of the ${total}`;
  const count = silo.collaborations ?? 0;
  const noun = count === 1 && total === undefined ? collaboration.one : collaboration.many;
  const few = count <= 3 ? ' So few can make one team look like a closed circle.' : '';
  const whose = only ? `All ${silo.inside} inside ties` : `In group ${letter} all ${silo.inside} inside ties`;
  return `${whose} come from ${numberWords(count)}${all} ${noun}.${few}`;
}

function restOnAtLeast(facts: ReportFacts, found: readonly Candidate[]): string {
  const { collaboration } = facts.phrases;
  const least = found.reduce((a, b) => ((b.silo.collaborations ?? 0) < (a.silo.collaborations ?? 0) ? b : a));
  const few =
    (least.silo.collaborations ?? 0) <= 3 ? ' So few can make one team look like a closed circle.' : '';
  return `Their inside ties come from ${counted(least.silo.collaborations ?? 0, collaboration.one, collaboration.many)} (group ${least.letter}) or more.${few}`;
}

/** Only where the seeds do not agree is there something to say: one close call at least crosses the line. */
function overSeeds(found: readonly Candidate[], only: boolean): string {
  const moving = found.filter(
    ({ silo }) => silo.ps.length > 1 && (only || Math.max(...silo.ps) > siloRules.pAtMost),
  );
  const ranges = moving.map(({ silo, letter }) => {
    const whose = only ? 'its p' : `the p of group ${letter}`;
    return `${whose} lay between ${Math.min(...silo.ps).toFixed(3)} and ${Math.max(...silo.ps).toFixed(3)}`;
  });
  const seeds = moving[0]?.silo.ps.length ?? 0;
  return ranges.length === 0
    ? ''
    : `Over ${counted(seeds, 'seed')} of the chance networks ${listNames(ranges)}.`;
}
