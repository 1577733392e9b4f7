import type { SectorPair } from '#analysis/findings/sector-pair.ts';
import { counted } from '#analysis/words/counted.ts';
import { decimals } from '#analysis/words/decimals.ts';
import { numberWords } from '#analysis/words/number-words.ts';

type Told = Omit<SectorPair, 'sentence' | 'a' | 'b'>;

/** What a pair of sectors has and what chance would give, in one plain sentence (never "significant"). */
export function sectorPairSentence([a, b]: readonly [string, string], pair: Told): string {
  const expected = `chance would give ${amount(pair.expected)}`;
  switch (pair.verdict) {
    case 'apart':
      return `${a} and ${b} ${absence(pair)}; ${expected}.`;
    case 'never met':
      return `${a} and ${b} ${absence(pair)}; ${expected}; no conclusion.`;
    case 'fewer': {
      const shared = pair.sharedGatherings ?? 0;
      if (pair.ties > 0) return `${a} and ${b} meet less than expected: ${ties(pair)}; ${expected}.`;
      return `${a} and ${b} have no tie recorded, though they shared ${counted(shared, 'gathering')}; ${expected}.`;
    }
    case 'more':
      return `${a} and ${b} meet more than expected: ${ties(pair)}; ${expected}.`;
    case 'as expected':
      if (pair.ties === 0) return `${a} and ${b} have no tie recorded; ${expected}; no conclusion.`;
      return `${a} and ${b} meet about as often as chance would have it: ${ties(pair)}; ${expected}.`;
  }
}

/** "Never met" needs gatherings on record: without any, what is not recorded may still have happened. */
function absence(pair: Told): string {
  return pair.sharedGatherings === null ? 'have no tie recorded' : 'have never met';
}

function ties(pair: Told): string {
  return counted(pair.ties, 'tie');
}

/** An expectation as prose writes it: from ten on a whole number, below with one decimal. */
function amount(expected: number): string {
  return expected >= 9.95 ? numberWords(Math.round(expected)) : decimals(expected, 1);
}
