import { canPrint } from '#viz/report/printable/can-print.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
  /** Other names it goes by. */
  readonly aliases?: readonly string[];
}

/** What is printed for a name that the fonts cannot draw. */
export interface Substitute {
  readonly id: string;
  readonly original: string;
  readonly printed: string;
}

/** Fewer letters are no name: a stray "A" between characters of another script. */
const leastLetters = 3;

/**
 * What stands for names with characters that the fonts lack: an alias that can be drawn; else the part of the name that
 * can ("清华大学 Tsinghua" → "Tsinghua"); else its id, if that can; else `word` with its number ("Organization 7").
 * Never boxes, and never the same words for two.
 *
 * Output   only those that need one, in the given order
 */
export function substitutesFor(named: readonly Named[], word: string): readonly Substitute[] {
  const taken = new Set(named.filter(({ name }) => canPrint(name)).map(({ name }) => name));
  return named.flatMap(({ id, name, aliases = [] }, i): Substitute[] => {
    if (canPrint(name)) return [];
    const number = `${word} ${i + 1}`;
    const own = canPrint(id) ? id : '';
    const wanted = [...aliases.filter(canPrint), printablePart(name), own, number];
    const best = wanted.find((text) => text !== '') ?? number;
    const printed = taken.has(best) ? `${best} (${own === '' || own === best ? i + 1 : own})` : best;
    taken.add(printed);
    return [{ id, original: name, printed }];
  });
}

/** What is left of a name without the characters that cannot be drawn; '' where that says nothing. */
export function printablePart(name: string): string {
  const left = Array.from(name, (character) => (canPrint(character) ? character : ' ')).join('');
  const text = left
    .replace(/[([{«“"]\s*[)\]}»”"]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N}).!?]+$/gu, '')
    .replace(/^\((?<inner>[^()]*)\)$/u, '$<inner>')
    .trim();
  return (text.match(/\p{L}/gu)?.length ?? 0) >= leastLetters ? text : '';
}

/** A text whose characters that cannot be drawn are counted instead: "the value [5 characters] is no date". */
export function countedText(text: string): string {
  if (canPrint(text)) return text;
  let missing = 0;
  let out = '';
  for (const character of `${text}\n`) {
    if (!canPrint(character)) {
      missing++;
      continue;
    }
    if (missing > 0) out += `[${missing} ${missing === 1 ? 'character' : 'characters'}]`;
    missing = 0;
    out += character;
  }
  return out.slice(0, -1);
}
