import { capitalized } from '#analysis/words/capitalized.ts';
import { counted } from '#analysis/words/counted.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { caption } from '#viz/report/content/front-section.ts';
import { timeBlocks } from '#viz/report/content/time-blocks.ts';
import { conveningBlocks } from '#viz/report/content/convening-blocks.ts';
import { comparedSectors, mostSectors, sectorMatrix } from '#viz/report/figures/sector-matrix.ts';
import type { Block, Prose, Section } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { expectedNumber, pairsWith, sectorHeadline } from '#viz/report/sentences/sector-headline.ts';
import { sentences } from '#viz/report/sentences/headline.ts';

/** Page 4: which sectors meet, how it grew, whom to invite. */
export function sectorsSection(facts: ReportFacts): Section {
  const { sector } = facts.phrases;
  const pairs = facts.analysis.sectorPairs ?? [];
  return {
    id: 'sectors',
    title: `Which ${sector.many} meet`,
    lead: [pairs.length === 0 ? sectorHeadline(facts).text : overview(facts, pairs)],
    blocks: [
      ...(pairs.length === 0 ? [] : comparison(facts)),
      ...timeBlocks(facts),
      ...conveningBlocks(facts),
    ],
  };
}

function overview(facts: ReportFacts, pairs: readonly SectorPairRow[]): string {
  const { sector } = facts.phrases;
  const none = pairs.filter((pair) => pair.ties === 0).length;
  const ofPairs = counted(
    pairs.length,
    `pair of different ${sector.many}`,
    `pairs of different ${sector.many}`,
  );
  const least = Math.min(...pairs.map((pair) => pair.ties));
  const met =
    none === 0
      ? pairs.length === 1
        ? `The one pair of different ${sector.many} has ${counted(least, 'tie')}.`
        : `No pair is without a tie: all ${ofPairs} have at least ${numberWords(least)}.`
      : `Of ${ofPairs} ${none === pairs.length ? 'none has a tie' : `${numberWords(none)} ${none === 1 ? 'has' : 'have'} no tie recorded`}.`;
  const fewer = pairsWith(facts, 'fewer', 'apart').length;
  const more = pairsWith(facts, 'more').length;
  return sentences(met, compared(fewer, more));
}

function compared(fewer: number, more: number): string {
  if (fewer === 0 && more === 0) return 'None has fewer ties than chance allows.';
  const words =
    fewer === 0 ? 'None has' : `${capitalized(numberWords(fewer))} ${fewer === 1 ? 'has' : 'have'}`;
  const start = /^\d/.test(words) ? `In all, ${words}` : words;
  const also = more === 0 ? '' : `, and ${numberWords(more)} ${more === 1 ? 'has' : 'have'} more`;
  return `${start} fewer ties than chance would give${also}.`;
}

function comparison(facts: ReportFacts): Block[] {
  const many = comparedSectors(facts).length > mostSectors;
  const right = [
    ...listOf(facts, 'fewer', 'apart'),
    ...listOf(facts, 'never met'),
    ...listOf(facts, 'more'),
    ...twoWays(facts),
  ];
  if (many) return [pairTable(facts), ...twoWays(facts)];
  const figure: Block = {
    kind: 'figure',
    id: 'matrix',
    caption: caption(
      'Figure #.',
      `Ties between ${facts.phrases.sector.many}`,
      'and the number expected by chance.',
    ),
    description: (facts.analysis.sectorPairs ?? [])
      .map(
        (pair) =>
          `${pair.a} and ${pair.b}: ${counted(pair.ties, 'tie')}, ${expectedNumber(pair.expected)} expected.`,
      )
      .join(' '),
    figure: sectorMatrix(facts),
  };
  return [{ kind: 'sides', split: 'wide left', left: [figure], right }];
}

const shown = 6;

function listOf(facts: ReportFacts, ...verdicts: SectorPairRow['verdict'][]): Block[] {
  const pairs = pairsWith(facts, ...verdicts);
  if (pairs.length === 0) return [];
  const title = verdicts.includes('fewer')
    ? 'Fewer than expected'
    : verdicts.includes('more')
      ? 'More than expected'
      : 'No tie, and no conclusion';
  const ordered = verdicts.includes('more') ? [...pairs].reverse() : pairs;
  const items: Prose[] = ordered
    .slice(0, shown)
    .map((pair) => [
      { text: `${pair.a} and ${pair.b}`, style: 'bold' },
      `: ${counted(pair.ties, 'tie').replace(' ', '\u00a0')}; ${expectedNumber(pair.expected)}\u00a0expected.`,
    ]);
  const rest = pairs.length - shown;
  return [
    { kind: 'heading', text: title },
    { kind: 'list', items: rest > 0 ? [...items, [`${capitalized(counted(rest, 'other pair'))}.`]] : items },
  ];
}

function twoWays(facts: ReportFacts): Block[] {
  if (facts.input.ties === 'stated') {
    return [
      { kind: 'heading', text: 'What is expected' },
      {
        kind: 'prose',
        text: [
          'Expected is the mean over networks in which every organization keeps its number of ties and finds its partners at random. A pair is reported only where so few ties would be rare by chance, with all pairs looked at together.',
        ],
      },
    ];
  }
  const { collaboration } = facts.phrases;
  return [
    { kind: 'heading', text: 'Two ways of counting' },
    {
      kind: 'prose',
      text: [
        `Partners who work together again have fewer different ties than chance gives. So each pair is counted twice, by its ties and by its shared ${collaboration.many}, and reported only if both agree.`,
      ],
    },
  ];
}

function pairTable(facts: ReportFacts): Block {
  const telling = [
    ...pairsWith(facts, 'apart', 'fewer'),
    ...pairsWith(facts, 'more').reverse(),
    ...pairsWith(facts, 'never met'),
  ];
  const rows = telling.slice(0, 30);
  const words: Record<SectorPairRow['verdict'], string> = {
    apart: 'no tie, and chance would give some',
    fewer: 'fewer than expected',
    more: 'more than expected',
    'never met': 'no tie, and no conclusion',
    'as expected': 'as expected',
  };
  return {
    kind: 'table',
    id: 'sector-pairs',
    caption: [
      { text: `Table #. Pairs of ${facts.phrases.sector.many} that stand out.`, style: 'bold' },
      telling.length > rows.length ? ` The first ${rows.length} of ${telling.length}.` : '',
    ],
    columns: [
      { head: capitalized(facts.phrases.sector.one), align: 'left', width: 0 },
      { head: 'and', align: 'left', width: 52 },
      { head: 'Ties', align: 'right', width: 12 },
      { head: 'Expected', align: 'right', width: 18 },
      { head: 'Verdict', align: 'left', width: 44 },
    ],
    rows: rows.map((pair) => ({
      cells: [
        { text: pair.a },
        { text: pair.b },
        { text: String(pair.ties) },
        { text: expectedNumber(pair.expected) },
        { text: words[pair.verdict] },
      ],
    })),
  };
}
