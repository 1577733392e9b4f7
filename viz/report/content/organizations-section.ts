import { capitalized } from '#analysis/words/capitalized.ts';
import { alphabetical } from '#viz/report/alphabetical.ts';
import { figure } from '#viz/report/content/together-section.ts';
import type { Cell, Prose, Section, TableColumn } from '#viz/report/report-document.ts';
import { workHead } from '#viz/report/report-words.ts';
import { type ReportFacts, type ReportOrganization, markOf, measureOf } from '#viz/report/report-facts.ts';

interface Column extends TableColumn {
  cell(one: ReportOrganization): Cell;
}

/** All organizations, alphabetical. */
export function organizationsSection(facts: ReportFacts): Section {
  const columns = columnsOf(facts);
  const sorted = facts.organizations
    .map((one) => ({ one, key: alphabetical(one.label) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ one }) => one);
  return {
    id: 'organizations',
    title: 'All organizations',
    lead: [],
    blocks: [
      { kind: 'note', text: explained(facts) },
      {
        kind: 'table',
        id: 'organizations',
        caption: [],
        dense: true,
        columns: columns.map(({ head, align, width }) => ({ head, align, width })),
        rows: sorted.map((one) => ({ cells: columns.map((column) => column.cell(one)) })),
      },
    ],
  };
}

function explained(facts: ReportFacts): Prose {
  const { collaboration } = facts.phrases;
  return [
    'In alphabetical order, named as in the data. A dash means none, or that the value does not exist. ',
    ...(facts.input.collaborations === null
      ? []
      : [
          { text: 'Joint', style: 'bold' } as const,
          `: ${collaboration.many} with at least one other organization. `,
        ]),
    { text: 'Constraint', style: 'bold' },
    ': high with few partners, or partners who work together.',
  ];
}

function columnsOf(facts: ReportFacts): Column[] {
  const { phrases, categories, input } = facts;
  const { sector } = phrases;
  const work: Column[] = [
    column(workHead(phrases), 'right', 14, (one) => figure(one.details.collaborations)),
    column('Joint', 'right', 11, (one) => figure(one.details.joint)),
    column('Led', 'right', 10, (one) => figure(one.details.led)),
  ];
  return [
    column('Organization', 'left', 0, (one) => ({ text: one.row.label, ...markOf(facts, one) })),
    ...(categories.length === 0
      ? []
      : [column(capitalized(sector.one), 'left', 27, (one) => ({ text: one.row.sector ?? '–' }))]),
    column('Group', 'center', 11, (one) => ({ text: one.letter ?? '–' })),
    ...(input.collaborations === null ? [] : work),
    column('Partners', 'right', 14, (one) => figure(measureOf(one, 'degree'))),
    column('Groups reached', 'right', 13, (one) => figure(one.groupsReached)),
    column('Routes through', 'right', 14, (one) => routes(measureOf(one, 'betweenness'))),
    column('Con\u00adstraint', 'right', 12, (one) => decimals(measureOf(one, 'constraint'))),
  ];
}

function column(head: string, align: TableColumn['align'], width: number, cell: Column['cell']): Column {
  return { head, align, width, cell };
}

function routes(value: number | null): Cell {
  return figure(value === null || value < 0.5 ? null : Math.round(value));
}

function decimals(value: number | null): Cell {
  return { text: value === null ? '–' : value.toFixed(2) };
}
