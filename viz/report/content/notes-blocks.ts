import { counted } from '#analysis/words/counted.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { clipped } from '#viz/report/figures/clipped.ts';
import type { Analysis } from '#api/contract/analysis.ts';
import type { Block, Prose } from '#viz/report/report-document.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';

const shown = 12;

/** What the import noted, and which names this paper cannot draw. */
export function notesBlocks(facts: ReportFacts, undrawn: readonly string[]): Block[] {
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
    ...missing(undrawn),
  ];
}

function missing(undrawn: readonly string[]): Block[] {
  if (undrawn.length === 0) return [];
  const codes = undrawn
    .slice(0, 24)
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  const rest = undrawn.length - codes.length;
  return [
    { kind: 'heading', text: 'Characters that could not be drawn' },
    {
      kind: 'prose',
      text: [
        `The fonts of this report lack ${counted(undrawn.length, 'character')} that the data use; each is drawn as an empty box, and the HTML report and the analysis (JSON) have the names whole: ${codes.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
      ],
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
