import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { ReportFacts, ReportOrganization } from '#viz/report/report-facts.ts';
import { singular } from '#viz/report/report-words.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** Who is in no group of four or more, and how: without a tie, in a set apart, or in a small group. */
export function outsideGroups(facts: ReportFacts): string {
  const outside = facts.organizations.filter((one) => one.letter === null);
  if (outside.length === 0) return 'Every organization is in a group of four or more.';
  const alone = outside.filter((one) => one.partners.length === 0);
  if (facts.groups.length === 0) return noGroupAtAll(facts, alone.length);
  const { apart, attached } = setsApart(facts, outside);
  return sentences(
    alone.length > 0 ? withoutTie(facts, outside.length, alone.length) : inNoGroup(outside.length),
    setsSentence(apart),
    attached.length > 0 &&
      `${startOf(attached.length)} ${attached.length === 1 ? 'is' : 'are'} tied to the groups, but ${attached.length === 1 ? 'belongs to a smaller one' : 'belong to smaller ones'}.`,
    apart.length + attached.length > 0 && 'They are too small to be tested: a silo needs at least four.',
  );
}

/** Everybody is outside: there is no rest from which anyone could be apart. */
function noGroupAtAll(facts: ReportFacts, alone: number): string {
  const all = facts.organizations.length;
  const { withNobody } = facts.phrases;
  const untied =
    alone === 0
      ? ''
      : alone === all
        ? `${all === 1 ? 'The one organization' : `All ${numberWords(all)} organizations`} ${all === 1 ? singular(withNobody) : withNobody}.`
        : `Of ${numberWords(all)} organizations, ${numberWords(alone)} ${alone === 1 ? singular(withNobody) : withNobody}.`;
  return sentences(
    'No group has four members or more.',
    untied,
    alone < all && 'What ties there are join fewer at a time, or everybody alike.',
  );
}

function inNoGroup(count: number): string {
  return count === 1
    ? 'One organization is in no group of four or more.'
    : `${startOf(count)} organizations are in no group of four or more.`;
}

function withoutTie(facts: ReportFacts, all: number, alone: number): string {
  const none = alone === 1 ? singular(facts.phrases.withNobody) : facts.phrases.withNobody;
  if (all === 1) return `The one organization outside ${none}.`;
  if (alone === all) return `The ${numberWords(all)} organizations outside all ${none}.`;
  return `Of the ${numberWords(all)} organizations outside, ${numberWords(alone)} ${none}.`;
}

/** Connected parts without anybody of a group, and the organizations that are tied to one. */
function setsApart(facts: ReportFacts, outside: readonly ReportOrganization[]) {
  const apart: ReportOrganization[][] = [];
  const attached: ReportOrganization[] = [];
  const seen = new Set<ReportOrganization>();
  for (const start of outside) {
    if (seen.has(start) || start.partners.length === 0) continue;
    const part = partOf(facts, start);
    const members = part.filter((one) => one.letter === null);
    for (const member of members) seen.add(member);
    if (members.length === part.length) apart.push(members);
    else attached.push(...members);
  }
  return { apart: apart.sort((a, b) => b.length - a.length), attached };
}

function partOf(facts: ReportFacts, start: ReportOrganization): ReportOrganization[] {
  const part = [start];
  const seen = new Set(part);
  for (const one of part) {
    for (const node of one.partners) {
      const partner = facts.organizations[node];
      if (partner !== undefined && !seen.has(partner)) {
        seen.add(partner);
        part.push(partner);
      }
    }
  }
  return part;
}

/** "One set of three (A, B, C) and one pair (D, E) work apart from the rest." */
function setsSentence(sets: readonly ReportOrganization[][]): string {
  if (sets.length === 0) return '';
  const verb = sets.length === 1 ? 'works' : 'work';
  if (sets.length <= 3) {
    const named = sets.map((set) => {
      const size = set.length === 2 ? 'one pair' : `one set of ${numberWords(set.length)}`;
      return `${size} (${set.map((one) => one.label).join(', ')})`;
    });
    return `${capitalized(listNames(named))} ${verb} apart from the rest.`;
  }
  const pairs = sets.filter((set) => set.length === 2).length;
  const larger = sets.length - pairs;
  const parts = [
    pairs > 0 && counted(pairs, 'pair'),
    larger > 0 && counted(larger, 'set of three or more', 'sets of three or more'),
  ];
  const text = listNames(parts.filter((part) => part !== false));
  return `${/^\d/.test(text) ? `Another ${text}` : capitalized(text)} work apart from the rest.`;
}

/** A count that may begin a sentence. */
function startOf(count: number): string {
  const words = capitalized(numberWords(count));
  return /^\d/.test(words) ? `Another ${words}` : words;
}
