import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { Candidate, ReportFacts } from '#viz/report/report-facts.ts';
import { type Headline, sentences } from '#viz/report/sentences/headline.ts';
import { whyNotClauses } from '#viz/report/sentences/silo-tests.ts';

/** Up to so many collaborations a silo rests on little, and the report says so. */
const few = 3;

export function certified(facts: ReportFacts): readonly Candidate[] {
  return facts.candidates.filter((candidate) => candidate.silo.certified);
}

/** Finding 2: which groups keep to themselves. */
export function siloHeadline(facts: ReportFacts): Headline {
  const found = certified(facts);
  const [first] = found;
  if (first === undefined) return noSilo(facts);
  const others = facts.candidates.length - found.length;
  const headline =
    found.length > 1
      ? `${capitalized(numberWords(found.length))} groups keep to themselves.`
      : others === 0
        ? 'The one group found keeps to itself.'
        : `One ${isSmall(first, facts) ? 'small ' : ''}group keeps to itself; the ${
            others === 1 ? 'other does' : `${numberWords(others)} others do`
          } not.`;
  return {
    headline,
    text: sentences(amongThemselves(first), found.length > 1 ? restOf(found) : weight(first, facts)),
  };
}

function isSmall(candidate: Candidate, facts: ReportFacts): boolean {
  return facts.candidates.every((other) => other === candidate || other.silo.size > candidate.silo.size);
}

/** "Five organizations around Suisun RCD have 8 of their 14 ties among themselves." */
export function amongThemselves({ silo, around }: Candidate): string {
  const all = silo.inside + silo.leaving;
  const who = `${capitalized(numberWords(silo.size))} organizations around ${around}`;
  if (silo.leaving === 0) return `${startsWithDigit(who)} have all of their ${all} ties among themselves.`;
  return `${startsWithDigit(who)} have ${silo.inside} of their ${all} ties among themselves.`;
}

/** A sentence never starts with a figure. */
function startsWithDigit(who: string): string {
  return /^\d/.test(who) ? `The ${who}` : who;
}

function weight({ silo }: Candidate, facts: ReportFacts): string {
  const { collaboration } = facts.phrases;
  if (silo.collaborations === null || silo.collaborations > few) return 'It is certified as a silo.';
  return `It is certified as a silo, but it rests on ${counted(silo.collaborations, collaboration.one, collaboration.many)}.`;
}

function restOf(found: readonly Candidate[]): string {
  const names = found.slice(1).map((candidate) => candidate.around);
  return `The ${found.length === 2 ? 'other is' : 'others are'} around ${listNames(names, 4)}.`;
}

function noSilo(facts: ReportFacts): Headline {
  const { candidates } = facts;
  if (facts.analysis.silos === undefined) {
    return { headline: 'Silos were not looked for.', text: 'This analysis was made without them.' };
  }
  const nearest = nearestToSilo(facts);
  if (nearest === undefined) {
    return {
      headline: 'No group is large enough to be tested.',
      text: 'A silo needs at least four organizations that are tied more to each other than to the rest.',
    };
  }
  const where =
    candidates.length === 1
      ? 'The one group found'
      : `Of ${counted(candidates.length, 'group')} the most closed, ${nearest.letter} around ${nearest.around},`;
  const all = nearest.silo.inside + nearest.silo.leaving;
  return {
    headline: 'No group is closed enough to be called a silo.',
    text: sentences(
      `${where} has ${nearest.silo.inside} of its ${all} ties among its own.`,
      `It is not called a silo: ${whyNotClauses(facts, nearest.silo)}.`,
    ),
  };
}

/** The candidate with the lowest E-I index: the most closed one. */
export function nearestToSilo(facts: ReportFacts): Candidate | undefined {
  let nearest: Candidate | undefined;
  for (const candidate of facts.candidates) {
    const value = candidate.silo.eiIndex ?? Number.POSITIVE_INFINITY;
    if (nearest === undefined || value < (nearest.silo.eiIndex ?? Number.POSITIVE_INFINITY))
      nearest = candidate;
  }
  return nearest;
}
