import { escape, prose } from '#api/services/report-html/escape.ts';
import type { Prose, Span } from '#viz/report/report-document.ts';
import type { Scene } from '#viz/scene/scene.ts';

/** What a block needs from the whole report. */
export interface HtmlContext {
  readonly map: Scene;
  readonly categories: readonly string[];
  /** Title of a section, by its id. */
  readonly titleOf: (section: string) => string;
}

export function proseHtml(text: Prose, context: HtmlContext): string {
  return text.map((span) => spanHtml(span, context)).join('');
}

function spanHtml(span: Span, context: HtmlContext): string {
  if (typeof span === 'string') return prose(span);
  if (span.to !== undefined) return `<a href="#${escape(span.to)}">${escape(context.titleOf(span.to))}</a>`;
  if (span.style === 'bold') return `<strong>${prose(span.text)}</strong>`;
  return `<span class="muted">${prose(span.text)}</span>`;
}
