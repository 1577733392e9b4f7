import { numberWords } from '#analysis/words/number-words.ts';

/**
 * A number with its noun: "no pairs", "one pair", "five pairs", "14 pairs". Never "(s)".
 *
 * @param plural  where it is not the singular with an s ("nobody" is the caller's own sentence)
 */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  if (count === 0) return `no ${plural}`;
  return `${numberWords(count)} ${count === 1 ? singular : plural}`;
}
