/** A text as it is compared: without accents, in small letters. */
export function searched(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
