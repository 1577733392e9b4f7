/** Text for HTML, in element content and in quoted attributes alike; controls that HTML forbids are left out. */
export function escape(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|\ufffe|\uffff/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** A name that may be of any script stands by itself: its direction does not turn the sentence round it. */
export function prose(text: string): string {
  return /\p{Script=Hebrew}|\p{Script=Arabic}|[\u202a-\u202e\u2066-\u2069]/u.test(text)
    ? `<bdi>${escape(text)}</bdi>`
    : escape(text);
}
