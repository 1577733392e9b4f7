import { counted } from '#analysis/words/counted.ts';
import { listNames } from '#analysis/words/list-names.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import type { Block, Cell, Entry, Section, TableColumn } from '#viz/report/report-document.ts';
import { type ReportFacts, labelOf, markOf, measureOf } from '#viz/report/report-facts.ts';
import { workHead } from '#viz/report/report-words.ts';
import { bridgeBuilders, nothingDepends } from '#viz/report/sentences/bridge-builder-headline.ts';
import { sentences } from '#viz/report/sentences/headline.ts';
import { whatDepends } from '#viz/report/sentences/what-depends.ts';

/** Page 2: the bridge-builders, what depends on each, and the tie that would back it up. */
export function togetherSection(facts: ReportFacts): Section {
  const rows = bridgeBuilders(facts);
  return {
    id: 'together',
    title: 'Who holds it together',
    lead: [sentences('Bridge-builders lie on the routes between others.', worst(rows, facts))],
    blocks: rows.length === 0 ? [] : [table(facts, rows), ...depends(facts, rows), note(facts)],
  };
}

function worst(rows: readonly BridgeBuilderRow[], facts: ReportFacts): string {
  if (rows.length === 0) return 'Here none does: no organization stands between two others.';
  const loss = Math.max(...rows.map((row) => row.loss ?? 0));
  const cut = Math.max(...rows.map((row) => row.cutOff.length));
  const which = rows.length === 1 ? 'Losing this one' : `Losing any one of these ${numberWords(rows.length)}`;
  if (loss === 0 && cut === 0) return `${which} would cut nobody off and make no link longer.`;
  const most = rows.length === 1 ? '' : 'at most ';
  const links = facts.groups.length > 1 ? 'links across groups' : 'links';
  const weaker = loss === 0 ? '' : `weaken ${links} by ${most}${percent(loss, 1)}`;
  const off = cut === 0 ? 'cut nobody off' : `cut off ${most}${counted(cut, 'organization')}`;
  return `${which} would ${[weaker, off].filter((part) => part !== '').join(' and ')}.`;
}

function table(facts: ReportFacts, rows: readonly BridgeBuilderRow[]): Block {
  const withSector = facts.categories.length > 0;
  const withWork = facts.input.collaborations !== null;
  const columns: TableColumn[] = [
    { head: '', align: 'right', width: 5 },
    { head: 'Organization', align: 'left', width: 0 },
    ...(withSector
      ? [{ head: capitalized(facts.phrases.sector.one), align: 'left', width: 27 } as const]
      : []),
    ...(withWork ? [number(workHead(facts.phrases), 15)] : []),
    number('Partners', 15),
    number('Groups reached', 14),
    number('Routes through\u00a0it', 17),
    number('Links lost', 13),
    number('Cut off', 13),
    number('Pairs parted', 15),
  ];
  return {
    kind: 'table',
    id: 'bridge-builders',
    caption: [
      {
        text: `Table #. ${rows.length === 1 ? 'The one bridge-builder' : `${rows.length < (facts.analysis.bridgeBuilders ?? []).length ? 'The' : 'Top'} ${numberWords(rows.length)} bridge-builders`}`,
        style: 'bold',
      },
    ],
    columns,
    rows: rows.map((row) => ({ cells: cells(facts, row, withSector, withWork) })),
  };
}

function number(head: string, width: number): TableColumn {
  return { head, align: 'right', width };
}

function cells(facts: ReportFacts, row: BridgeBuilderRow, withSector: boolean, withWork: boolean): Cell[] {
  const one = facts.byId.get(row.id);
  if (one === undefined) return [];
  return [
    { text: String(row.rank) },
    { text: one.label, bold: true, ...markOf(facts, one) },
    ...(withSector ? [{ text: one.row.sector ?? '–' }] : []),
    ...(withWork ? [figure(one.details.collaborations)] : []),
    figure(measureOf(one, 'degree')),
    figure(row.connects.length),
    figure(Math.round(row.betweenness)),
    { text: row.loss === null ? '–' : percent(row.loss, 1) },
    { text: thousands(row.cutOff.length) },
    { text: thousands(row.parted) },
  ];
}

/** A whole number in a table; a dash is none or null. */
export function figure(value: number | null): Cell {
  return { text: value === null || value === 0 ? '–' : thousands(value) };
}

function depends(facts: ReportFacts, rows: readonly BridgeBuilderRow[]): Block[] {
  const idle = rows.filter(nothingDepends);
  // One by one the same sentence would be filler.
  const told = idle.length > 1 ? rows.filter((row) => !nothingDepends(row)) : rows;
  const entries: Entry[] = told.map((row) => {
    const one = facts.byId.get(row.id);
    return {
      term: one?.label ?? row.id,
      ...(one?.details.fullName === undefined ? {} : { also: one.details.fullName }),
      ...(one === undefined ? {} : { mark: one.category }),
      text: [whatDepends(facts, row)],
    };
  });
  if (told.length < rows.length) entries.push(nothingOn(facts, idle, told.length));
  return [
    { kind: 'heading', text: 'What depends on each, and the tie that would back it up' },
    { kind: 'entries', items: entries },
  ];
}

function nothingOn(facts: ReportFacts, idle: readonly BridgeBuilderRow[], told: number): Entry {
  const count = numberWords(idle.length);
  return {
    term: told === 0 ? `All ${count}` : `The other ${count}`,
    mark: -1,
    text: [`Nothing measured here depends on ${listNames(idle.map((row) => labelOf(facts, row.id)))}.`],
  };
}

function note(facts: ReportFacts): Block {
  const seen =
    facts.input.ties === 'stated'
      ? 'only ties that are recorded are seen here.'
      : `the data show ${facts.input.ties === 'both' ? 'stated ties and ' : ''}joint ${facts.phrases.collaboration.many} only.`;
  return {
    kind: 'note',
    text: [
      { text: 'Links lost', style: 'bold' },
      ': the share of closeness across groups that goes when the organization is taken out. ',
      { text: 'Cut off', style: 'bold' },
      `: left without any recorded route to the main body. They may well have other contacts; ${seen}`,
    ],
  };
}
