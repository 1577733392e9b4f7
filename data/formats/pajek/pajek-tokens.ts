/** One token of a line: a word, or a quoted text without its quotes. */
export interface PajekToken {
  readonly text: string;
  readonly quoted: boolean;
}

/** The tokens of a line; a quote that is not closed ends with the line (isOpen). Linear in its length. */
export function pajekTokens(line: string): { tokens: PajekToken[]; isOpen: boolean } {
  const tokens: PajekToken[] = [];
  let at = 0;
  while (at < line.length) {
    const character = line.charAt(at);
    if (character === ' ' || character === '\t') {
      at += 1;
    } else if (character === '"') {
      const end = line.indexOf('"', at + 1);
      if (end < 0) return { tokens: [...tokens, { text: line.slice(at + 1), quoted: true }], isOpen: true };
      tokens.push({ text: line.slice(at + 1, end), quoted: true });
      at = end + 1;
    } else {
      const start = at;
      while (at < line.length && !' \t'.includes(line.charAt(at))) at += 1;
      tokens.push({ text: line.slice(start, at), quoted: false });
    }
  }
  return { tokens, isOpen: false };
}

/** A whole number from 1, as Pajek counts nodes; undefined if it is none. */
export function nodeNumber(text: string): number | undefined {
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}
