import type { SectorPairRow } from '#api/contract/analysis.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { type Headline, sentences } from '#viz/report/sentences/headline.ts';

/** An expected number as the report prints it: "95.8", "under 0.1". */
export function expectedNumber(value: number): string {
  return value > 0 && value < 0.05 ? 'under 0.1' : value.toFixed(1);
}

/** The same in running text: "96", "2.4". */
function aboutNumber(value: number): string {
  return value < 10 ? expectedNumber(value) : String(Math.round(value));
}

export function pairsWith(facts: ReportFacts, ...verdicts: SectorPairRow['verdict'][]): SectorPairRow[] {
  return (facts.analysis.sectorPairs ?? [])
    .filter((pair) => verdicts.includes(pair.verdict))
    .sort((a, b) => b.expected - b.ties - (a.expected - a.ties) || byName(a, b));
}

/** Where ties missing from chance are equal: a stable order. */
function byName(a: SectorPairRow, b: SectorPairRow): number {
  const left = `${a.a}\n${a.b}`;
  const right = `${b.a}\n${b.b}`;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Finding 3: which sectors have no tie, or fewer than chance would give. */
export function sectorHeadline(facts: ReportFacts): Headline {
  const pairs = facts.analysis.sectorPairs ?? [];
  if (pairs.length === 0) return nothingToCompare(facts);
  const [apart, ...alsoApart] = pairsWith(facts, 'apart');
  if (apart !== undefined) {
    return {
      headline: `${apart.a} and ${apart.b} have ${facts.input.gatherings ? 'never met' : 'no tie recorded'}.`,
      text: sentences(
        `Chance would give about ${aboutNumber(apart.expected)} ties between them.`,
        others(alsoApart.length, 'are', 'is', 'as far apart'),
      ),
    };
  }
  const [fewer, ...alsoFewer] = pairsWith(facts, 'fewer');
  if (fewer !== undefined) {
    return {
      headline: `${fewer.a} and ${fewer.b} meet less than expected.`,
      text: sentences(
        `They have ${counted(fewer.ties, 'tie')}, where chance would give about ${aboutNumber(fewer.expected)}.`,
        everyPair(facts),
        others(alsoFewer.length, 'meet', 'meets', 'less than expected'),
      ),
    };
  }
  return asExpected(facts, pairs);
}

function asExpected(facts: ReportFacts, pairs: readonly SectorPairRow[]): Headline {
  const { sector } = facts.phrases;
  const without = pairs.filter((pair) => pair.ties === 0);
  const [first] = without.sort((a, b) => b.expected - a.expected || byName(a, b));
  if (first === undefined) {
    return {
      headline: `Every ${sector.one} has met every other, about as often as chance would have it.`,
      text: `Of ${counted(pairs.length, `pair of ${sector.many}`, `pairs of ${sector.many}`)} none has fewer ties than chance allows.`,
    };
  }
  return {
    headline: `No two ${sector.many} are further apart than chance allows.`,
    text: sentences(
      `${first.a} and ${first.b} have no tie recorded, but chance would give only ${expectedNumber(first.expected)}; no conclusion.`,
      others(without.length - 1, 'have', 'has', 'no tie either'),
    ),
  };
}

function everyPair(facts: ReportFacts): string {
  const { sector } = facts.phrases;
  const none = (facts.analysis.sectorPairs ?? []).filter((pair) => pair.ties === 0).length;
  return none === 0 ? `Every ${sector.one} is tied to every other.` : '';
}

function others(count: number, many: string, one: string, rest: string): string {
  if (count === 0) return '';
  const who = count === 1 ? 'One other pair' : `${capitalized(numberWords(count))} other pairs`;
  return `${/^\d/.test(who) ? `Another ${count} pairs` : who} ${count === 1 ? one : many} ${rest}.`;
}

function nothingToCompare(facts: ReportFacts): Headline {
  const { sector } = facts.phrases;
  const known = new Set(facts.analysis.organizations.flatMap((row) => row.sector ?? []));
  if (known.size === 0) {
    return {
      headline: `Which ${sector.many} meet cannot be told.`,
      text: `No ${sector.one} is recorded for any organization. With one, this page would say who meets whom, and who does not.`,
    };
  }
  if (known.size === 1) {
    return {
      headline: `All organizations are of one ${sector.one}.`,
      text: `With a single ${sector.one}, ${[...known][0] ?? ''}, there is no pair to compare.`,
    };
  }
  return {
    headline: `Which ${sector.many} meet was not looked at.`,
    text: 'This analysis was made without it.',
  };
}
