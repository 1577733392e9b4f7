import { blocksHtml } from '#api/services/report-html/block-html.ts';
import { type HtmlContext, proseHtml } from '#api/services/report-html/html-context.ts';
import { escape, prose } from '#api/services/report-html/escape.ts';
import { styleSheet } from '#api/services/report-html/style-sheet.ts';
import { categoryMark } from '#viz/report/drawing-shapes.ts';
import { reportContent } from '#viz/report/report-content.ts';
import type { ReportDocument, Section } from '#viz/report/report-document.ts';
import type { ReportInput } from '#viz/report/report-input.ts';
import { drawMap } from '#viz/scene/draw-map.ts';

/** Nothing may be loaded and no script may run, whatever a name holds. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:";

/**
 * The partnership report as one HTML file: the same sentences, tables and figures as the PDF, no script, nothing
 * from outside.
 *
 * Random   the map's layout under the analysis's seed; same input, same text.
 */
export function reportHtml(input: ReportInput): string {
  const document = reportContent(input);
  const titles = new Map(document.sections.map((section) => [section.id, section.title]));
  const context: HtmlContext = {
    map: drawMap(input.map, {
      width: 170,
      height: 168,
      unit: 'mm',
      seed: input.analysis.receipt.seed,
      theme: 'print',
      view: 'far',
      heading: false,
    }),
    categories: document.categories,
    titleOf: (section) => titles.get(section) ?? '',
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escape(document.title)}</title>
<style>${styleSheet()}</style>
</head>
<body>
${symbols(document)}
<main>
${document.sections.map((section) => sectionHtml(section, context)).join('\n')}
<footer>${prose(document.running)}${document.asOf === '' ? '' : ` · ${escape(document.asOf)}`}</footer>
</main>
</body>
</html>
`;
}

/** The mark of each sector, drawn once. */
function symbols({ categories }: ReportDocument): string {
  const marks = categories.map((_, category) => {
    const { d, fill, stroke, strokeWidth } = categoryMark(category, 0, 0, 4);
    return `<symbol id="m${category}" viewBox="-6 -6 12 12"><path d="${d}" fill="${fill ?? 'none'}" stroke="${stroke ?? 'none'}" stroke-width="${strokeWidth * 3}"/></symbol>`;
  });
  return `<svg width="0" height="0" style="position:absolute" aria-hidden="true">${marks.join('')}</svg>`;
}

function sectionHtml(section: Section, context: HtmlContext): string {
  const title =
    section.kicker === undefined
      ? `<h2>${prose(section.title)}</h2>`
      : `<p class="kicker">${prose(section.kicker)}</p>\n<h1>${prose(section.title)}</h1>`;
  const lead = section.lead.length === 0 ? '' : `<p class="lead">${proseHtml(section.lead, context)}</p>`;
  return `<section id="${escape(section.id)}">\n${title}\n${lead}\n${blocksHtml(section.blocks, context)}\n</section>`;
}
