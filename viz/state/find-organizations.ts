import { searched } from '#viz/state/searched.ts';

const most = 8;

/** Organizations whose name begins with the text, then those with a word that does, then those that hold it. */
export function findOrganizations(
  nodes: readonly { readonly label: string }[],
  text: string,
): readonly number[] {
  const wanted = searched(text).trim();
  if (wanted === '') return [];
  const ranked = nodes.flatMap(({ label }, node) => {
    const name = searched(label);
    const at = name.indexOf(wanted);
    if (at < 0) return [];
    const rank = at === 0 ? 0 : name.includes(` ${wanted}`) ? 1 : 2;
    return [{ node, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || a.node - b.node)
    .slice(0, most)
    .map(({ node }) => node);
}
