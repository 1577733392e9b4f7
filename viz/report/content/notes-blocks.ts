import { counted } from '#analysis/words/counted.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { clipped } from '#viz/report/figures/clipped.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import type { Block, Prose } from '#viz/report/report-document.ts';
import { scriptOf } from '#viz/report/printable/script-of.ts';
import type { Substitute } from '#viz/report/printable/substitutes.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';

const shown = 12;

/** What the import noted, and which names this paper cannot print. */
export function notesBlocks(facts: ReportFacts, substitutes: readonly Substitute[]): Block[] {
  const { notes } = facts.analysis;
  const items: Prose[] = notes.slice(0, shown).map((note) => [inWords(note)]);
  const rest = notes.length - shown;
  if (rest > 0) items.push([`${capitalized(counted(rest, 'further note'))}: see the analysis (JSON).`]);
  return [
    ...(items.length === 0
      ? []
      : ([
          { kind: 'heading', text: 'Notes of the import' },
          { kind: 'list', items },
        ] as const)),
    ...missing(substitutes),
  ];
}

const mostNamed = 120;

/** Each with its own name behind marked words, which readers of PDF open in fonts of their own. */
function missing(substitutes: readonly Substitute[]): Block[] {
  if (substitutes.length === 0) return [];
  const rest = substitutes.length - mostNamed;
  const one = substitutes.length === 1;
  return [
    { kind: 'heading', text: 'Names that this paper cannot print' },
    {
      kind: 'prose',
      text: [
        `The fonts of this report lack letters of ${counted(substitutes.length, 'name')}; ${one ? 'it stands' : 'they stand'} here under another name, the id in the data, or a number. On a screen the marked words open the name as recorded; the HTML report and the workbook (XLSX) print it.`,
        rest > 0 ? ` The first ${mostNamed} are listed.` : '',
      ],
    },
    {
      kind: 'entries',
      items: substitutes.slice(0, mostNamed).map(({ printed, original }) => ({
        term: clipped(printed, 60),
        text: [`recorded in ${scriptOf(original)}`],
        aside: original,
      })),
    },
  ];
}

function inWords(note: Analysis['notes'][number]): string {
  const place = [
    note.file,
    note.sheet === undefined ? undefined : `sheet ${note.sheet}`,
    note.line === undefined ? undefined : `line ${note.line}`,
    note.column === undefined ? undefined : `column ${note.column}`,
  ].filter((part) => part !== undefined);
  const value = note.value === undefined ? '' : ` (${clipped(JSON.stringify(note.value), 60)})`;
  return `${place.length === 0 ? '' : `${place.join(', ')}: `}${clipped(note.message, 240)}${value}`;
}
