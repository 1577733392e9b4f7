import { capitalized } from '#analysis/words/capitalized.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { type Finding, said } from '#viz/findings/finding.ts';
import { labelAt, type MapIndex } from '#viz/findings/map-index.ts';

/** "Four organizations have no tie yet."; null where all have one. */
export function aloneFinding(index: MapIndex): Finding | null {
  const alone = index.tiesOf.flatMap((ties, node) => (ties.length === 0 ? [node] : []));
  if (alone.length === 0) return null;
  const count = capitalized(numberWords(alone.length));
  return {
    id: 'alone',
    said:
      alone.length === 1
        ? said`${count} organization has no tie yet.`
        : said`${count} organizations have no tie yet.`,
    evidence: listNames(
      alone.map((node) => labelAt(index, node)),
      3,
    ),
    page: 'organizations',
    pageId: null,
    query: { only: 'alone' },
    spotlight: {
      lit: alone,
      named: alone.slice(0, 6),
      beside: alone,
      ties: [],
      groups: [],
      ringed: [],
      proposed: null,
      caption: 'Without a tie yet',
    },
  };
}
