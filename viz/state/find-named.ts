import { searched } from '#viz/state/searched.ts';

const most = 8;

/**
 * What begins with a text, then what has a word that does, then what holds it; of equal ones the first stays first.
 *
 * Cost   one look through the list
 */
export function findNamed<One extends { readonly name: string }>(
  list: readonly One[],
  text: string,
): readonly One[] {
  const wanted = searched(text).trim();
  if (wanted === '') return [];
  const ranked: One[][] = [[], [], []];
  for (const one of list) {
    const name = searched(one.name);
    const at = name.indexOf(wanted);
    if (at >= 0) ranked[at === 0 ? 0 : name.includes(` ${wanted}`) ? 1 : 2]?.push(one);
  }
  return ranked.flat().slice(0, most);
}
