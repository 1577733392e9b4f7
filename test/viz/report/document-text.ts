import type { Block, Prose, ReportDocument } from '#viz/report/report-document.ts';

/** Every word of a report, one piece a line. */
export function documentText(document: ReportDocument): string {
  return document.sections
    .flatMap((section) => [section.title, prose(section.lead), ...section.blocks.flatMap(blockText)])
    .join('\n');
}

function prose(text: Prose): string {
  return text.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'findings':
      return block.items.flatMap(({ headline, text }) => [headline, prose(text)]);
    case 'heading':
      return [block.text];
    case 'prose':
    case 'note':
      return [prose(block.text)];
    case 'list':
      return block.items.map(prose);
    case 'sides':
      return [...block.left, ...block.right].flatMap(blockText);
    case 'entries':
      return block.items.flatMap(({ term, text }) => [term, prose(text)]);
    case 'table':
      return [
        prose(block.caption),
        ...block.columns.map(({ head }) => head),
        ...block.rows.flatMap(({ cells }) =>
          cells.map(({ lead, text, also }) => [lead, text, also].filter(Boolean).join(' ')),
        ),
      ];
    case 'figure':
      return [prose(block.caption), block.description];
  }
}
