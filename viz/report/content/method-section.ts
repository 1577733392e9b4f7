import { counted } from '#analysis/words/counted.ts';
import { definitions } from '#viz/report/content/definitions.ts';
import { notesBlocks } from '#viz/report/content/notes-blocks.ts';
import { receiptTable } from '#viz/report/content/receipt-table.ts';
import type { Prose, Section } from '#viz/report/report-document.ts';
import type { Substitute } from '#viz/report/printable/substitutes.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';

/** The last page: what the words mean, the receipt, what the report cannot say, notes of the import. */
export function methodSection(facts: ReportFacts, substitutes: readonly Substitute[]): Section {
  return {
    id: 'method',
    title: 'Method and receipt',
    lead: ['Everything here can be computed again, to the last digit, with this receipt.'],
    blocks: [
      { kind: 'heading', text: 'What the words mean' },
      { kind: 'entries', items: definitions(facts) },
      {
        kind: 'sides',
        split: 'halves',
        left: [{ kind: 'heading', text: 'Receipt' }, receiptTable(facts)],
        right: [
          { kind: 'heading', text: 'What this report cannot say' },
          { kind: 'list', items: cannotSay(facts) },
        ],
      },
      ...notesBlocks(facts, substitutes),
    ],
  };
}

function cannotSay(facts: ReportFacts): Prose[] {
  const { ties } = facts.input;
  const { collaboration } = facts.phrases;
  const sees =
    ties === 'stated'
      ? 'It sees recorded ties only. Meetings, advice, data and money that nobody recorded are not here; “cut off” means on paper.'
      : `It sees ${ties === 'both' ? 'stated ties and ' : ''}joint ${collaboration.many} only. Meetings, advice, data and money that are not recorded are not here; “cut off” means on paper.`;
  return [
    [sees],
    [
      'It does not rate organizations. Many routes are a position, not a merit, and few partners are not a fault.',
    ],
    [
      `It says what is, not why: nothing here shows what led to a tie${ties === 'stated' ? '' : ` or a ${collaboration.one}`}.`,
    ],
    [
      'Names are kept as recorded. One organization under two names counts twice; merging them would change the numbers.',
    ],
    ...closeCalls(facts),
  ];
}

/** Where a verdict hangs by little, the report says so. */
function closeCalls(facts: ReportFacts): Prose[] {
  return facts.candidates
    .filter(({ silo }) => silo.ps.length > 1)
    .slice(0, 3)
    .map(({ silo, letter }) => {
      const [low, high] = [Math.min(...silo.ps), Math.max(...silo.ps)];
      const range =
        low === high ? `was ${low.toFixed(3)}` : `lay between ${low.toFixed(3)} and ${high.toFixed(3)}`;
      return [
        `Close calls are close: over ${counted(silo.ps.length, 'seed')} the p of group ${letter} ${range}.`,
      ];
    });
}
