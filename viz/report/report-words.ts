import { capitalized } from '#analysis/words/capitalized.ts';
import type { Noun, ReportInput, ReportWords, TieSource } from '#viz/report/report-input.ts';

const defaults: ReportWords = {
  collaboration: { one: 'collaboration', many: 'collaborations' },
  sector: { one: 'sector', many: 'sectors' },
};

/** The words and turns of phrase that depend on the network and on where its ties came from. */
export interface Phrases {
  readonly collaboration: Noun;
  readonly sector: Noun;
  /** "Groups of organizations that …" */
  readonly together: string;
  /** "15 …" */
  readonly withNobody: string;
  /** "appears in 4 of 100 networks in which …" */
  readonly chance: string;
  /** What a tie is. */
  readonly tie: string;
}

/** As a table's head; the default word may break. */
export function workHead({ collaboration }: Phrases): string {
  return capitalized(collaboration.many).replace('Collaborations', 'Collabo\u00adrations');
}

export function reportPhrases(input: ReportInput): Phrases {
  const collaboration = input.words?.collaboration ?? defaults.collaboration;
  const sector = input.words?.sector ?? defaults.sector;
  return { collaboration, sector, ...bySource(input.ties, collaboration) };
}

function bySource(ties: TieSource, noun: Noun): Pick<Phrases, 'together' | 'withNobody' | 'chance' | 'tie'> {
  switch (ties) {
    case 'shared':
      return {
        together: `share ${noun.many}`,
        withNobody: `share no ${noun.one} with anyone`,
        chance: `the same organizations join the same number of ${noun.many} at random`,
        tie: `Two organizations are tied when they take part in at least one ${noun.one} together.`,
      };
    case 'stated':
      return {
        together: 'are tied',
        withNobody: 'have no recorded tie',
        chance: 'every organization keeps its number of ties and finds its partners at random',
        tie: 'Two organizations are tied when the data say so.',
      };
    case 'both':
      return {
        together: 'work together',
        withNobody: `have no recorded tie and share no ${noun.one}`,
        chance: `every organization keeps its number of stated ties and of ${noun.many}, and finds its partners at random`,
        tie: `Two organizations are tied when the data say so or when they take part in at least one ${noun.one} together.`,
      };
  }
}

/** "share no project with anyone" → "shares no project with anyone". */
export function singular(phrase: string): string {
  return phrase.replace(/\bshare\b/gu, 'shares').replace(/\bhave\b/gu, 'has');
}
