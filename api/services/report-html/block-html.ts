import { type HtmlContext, proseHtml } from '#api/services/report-html/html-context.ts';
import { escape, prose } from '#api/services/report-html/escape.ts';
import { figureHtml } from '#api/services/report-html/figure-html.ts';
import { markSvg } from '#api/services/report-html/mark-svg.ts';
import { tableHtml } from '#api/services/report-html/table-html.ts';
import type { Block, Entry } from '#viz/report/report-document.ts';

export function blockHtml(block: Block, context: HtmlContext): string {
  switch (block.kind) {
    case 'findings':
      return `<ol class="findings">${block.items
        .map(
          ({ headline, text, to }) =>
            `<li><h2>${prose(headline)}</h2><p>${proseHtml(text, context)} <a href="#${escape(to)}">${escape(context.titleOf(to))}</a></p></li>`,
        )
        .join('')}</ol>`;
    case 'heading':
      return `<h3>${prose(block.text)}</h3>`;
    case 'prose':
      return `<p>${proseHtml(block.text, context)}</p>`;
    case 'note':
      return `<p class="note">${proseHtml(block.text, context)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${proseHtml(item, context)}</li>`).join('')}</ul>`;
    case 'sides':
      return `<div class="sides ${block.split === 'halves' ? 'halves' : 'wide'}"><div>${blocksHtml(block.left, context)}</div><div>${blocksHtml(block.right, context)}</div></div>`;
    case 'entries':
      return `<dl class="entries">${block.items.map((entry) => entryHtml(entry, context)).join('')}</dl>`;
    case 'table':
      return tableHtml(block, context);
    case 'figure':
      return figureHtml(block, context);
  }
}

export function blocksHtml(blocks: readonly Block[], context: HtmlContext): string {
  return blocks.map((block) => blockHtml(block, context)).join('\n');
}

function entryHtml(entry: Entry, context: HtmlContext): string {
  const mark = entry.mark === undefined ? '' : markSvg(entry.mark, context.categories);
  const also = entry.also === undefined ? '' : ` <span class="muted">${prose(entry.also)}</span>`;
  return `<div><dt>${mark}${prose(entry.term)}${also}</dt><dd>${proseHtml(entry.text, context)}</dd></div>`;
}
