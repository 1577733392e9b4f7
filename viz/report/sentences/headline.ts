import type { Prose } from '#viz/report/report-document.ts';

/** One of the findings on the first page. */
export interface Headline {
  readonly headline: string;
  readonly text: string;
}

export function sentences(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}

export function plain(text: Prose): string {
  return text.map((span) => (typeof span === 'string' ? span : span.text)).join('');
}
