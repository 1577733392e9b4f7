import { endWords } from '#data/formats/table/header-words.ts';

/**
 * The columns of both ends of a tie: their names are alike but for one word of a pair (“source”, “target”; “from org
 * id”, “to org id”; “connection from”, “connection to”). A pair of ids comes before one of names.
 */
export function findEnds(words: readonly string[]): readonly [number, number] | undefined {
  let best: { ends: readonly [number, number]; rank: number } | undefined;
  for (const [from, to] of endWords) {
    words.forEach((name, at) => {
      const rest = without(name, from);
      if (rest === undefined) return;
      const other = words.findIndex((candidate) => without(candidate, to) === rest);
      if (other < 0) return;
      const rank = rankOf(rest);
      if (best === undefined || rank < best.rank) best = { ends: [at, other], rank };
    });
    if (best !== undefined) return best.ends;
  }
  return undefined;
}

/** The name without that word; undefined if it does not hold it. */
function without(name: string, word: string): string | undefined {
  if (name === word) return '';
  const padded = ` ${name} `;
  return padded.includes(` ${word} `) ? padded.replace(` ${word} `, ' ').trim() : undefined;
}

function rankOf(rest: string): number {
  if (rest === 'id' || rest.endsWith(' id')) return 0;
  return rest === '' ? 1 : 2;
}
