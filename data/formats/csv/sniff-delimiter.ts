/** Accepted between cells, in the order in which they are preferred. */
export const delimiters = ['\t', ';', ',', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const linesLookedAt = 200;

/**
 * The character between cells: the one that cuts most lines of the head into one and the same number (2 or more) of
 * cells, quotes respected; the one with more cells if several do. Undefined when none cuts anything.
 * Cost O(length of the head).
 */
export function sniffDelimiter(text: string): Delimiter | undefined {
  const head = text.slice(0, 65_536);
  let best: { delimiter: Delimiter; score: number; width: number } | undefined;
  for (const delimiter of delimiters) {
    const { score, width } = consistency(head, delimiter);
    if (score === 0) continue;
    if (best === undefined || score > best.score || (score === best.score && width > best.width)) {
      best = { delimiter, score, width };
    }
  }
  return best?.delimiter;
}

/** How many lines have the most frequent number of cells (of 2 or more). */
function consistency(head: string, delimiter: Delimiter): { score: number; width: number } {
  const counts = new Map<number, number>();
  for (const cells of cellCounts(head, delimiter)) {
    if (cells > 1) counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  let best = { score: 0, width: 0 };
  for (const [width, score] of counts) {
    if (score > best.score || (score === best.score && width > best.width)) best = { score, width };
  }
  return best;
}

function cellCounts(head: string, delimiter: string): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let empty = true;
  for (let at = 0; at < head.length && counts.length < linesLookedAt; at += 1) {
    const char = head.charAt(at);
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (char === delimiter) cells += 1;
    else if (char === '\n' || char === '\r') {
      if (!empty) counts.push(cells);
      cells = 1;
      empty = true;
      continue;
    }
    empty = false;
  }
  if (!empty && counts.length < linesLookedAt) counts.push(cells);
  return counts;
}
