import { numberWords } from '#analysis/words/number-words.ts';

/**
 * Names as prose lists them: "A", "A and B", "A, B and C". With a limit the rest is counted:
 * "A, B and five others"; a rest of one is named instead, as it is no longer than "and one other".
 *
 * Input    at least one name; limit ≥ 1 names to show (default: all).
 */
export function listNames(names: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const rest = names.length - limit;
  const shown = rest > 1 ? [...names.slice(0, limit), `${numberWords(rest)} others`] : [...names];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}
