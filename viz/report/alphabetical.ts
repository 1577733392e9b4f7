/** Longer numbers are compared figure by figure. */
const longestNumber = 12;

/**
 * The key by which names are put in alphabetical order, the same on every machine: no accents, no case, a leading
 * "The" and what is neither letter nor figure ignored; numbers by their size (9 before 10).
 */
export function alphabetical(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\d+/gu, (digits) => digits.padStart(longestNumber, '0'));
}
