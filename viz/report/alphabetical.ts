/**
 * The key by which names are put in alphabetical order, the same on every machine: no accents, no case, a leading
 * "The" and what is neither letter nor figure ignored.
 */
export function alphabetical(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^the /u, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
