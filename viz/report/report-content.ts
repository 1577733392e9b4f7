import { frontSection } from '#viz/report/content/front-section.ts';
import { groupsSection } from '#viz/report/content/groups-section.ts';
import { methodSection } from '#viz/report/content/method-section.ts';
import { organizationsSection } from '#viz/report/content/organizations-section.ts';
import { sectorsSection } from '#viz/report/content/sectors-section.ts';
import { togetherSection } from '#viz/report/content/together-section.ts';
import type { Substitute } from '#viz/report/printable/substitutes.ts';
import type { Block, Prose, ReportDocument, Section } from '#viz/report/report-document.ts';
import { reportFacts } from '#viz/report/report-facts.ts';
import type { ReportInput } from '#viz/report/report-input.ts';
import { writtenDate } from '#viz/report/written-date.ts';

/**
 * The partnership report as a document tree: every sentence, table and figure is a reading of the analysis.
 *
 * Input    substitutes: what stands for names that the medium's fonts lack (printableReport), told on the last page.
 * Random   none; same input, same tree.
 * Cost     O(organizations + ties).
 */
export function reportContent(input: ReportInput, substitutes: readonly Substitute[] = []): ReportDocument {
  const facts = reportFacts(input);
  const sections =
    input.analysis.organizations.length === 0
      ? [frontSection(facts), methodSection(facts, substitutes)]
      : [
          frontSection(facts),
          togetherSection(facts),
          groupsSection(facts),
          sectorsSection(facts),
          organizationsSection(facts),
          methodSection(facts, substitutes),
        ];
  return {
    title: input.title,
    network: input.networkName,
    running: `${input.networkName} · Partnership report`,
    asOf: input.asOf === null ? '' : `As of ${writtenDate(input.asOf)}`,
    date: input.asOf,
    sections: numbered(sections),
    categories: facts.categories,
  };
}

/** Figures and tables are numbered in the order they stand in: "Figure #." → "Figure 2.". */
function numbered(sections: readonly Section[]): Section[] {
  const counts = { Figure: 0, Table: 0 };
  const number = (caption: Prose): Prose =>
    caption.map((span) => {
      if (typeof span === 'string') return span;
      const kind = /^(Figure|Table) #/u.exec(span.text)?.[1];
      if (kind !== 'Figure' && kind !== 'Table') return span;
      counts[kind] += 1;
      return { ...span, text: span.text.replace('#', String(counts[kind])) };
    });
  const walk = (block: Block): Block => {
    switch (block.kind) {
      case 'figure':
      case 'table':
        return { ...block, caption: number(block.caption) };
      case 'sides':
        return { ...block, left: block.left.map(walk), right: block.right.map(walk) };
      case 'findings':
      case 'heading':
      case 'prose':
      case 'note':
      case 'list':
      case 'entries':
        return block;
    }
  };
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(walk) }));
}
