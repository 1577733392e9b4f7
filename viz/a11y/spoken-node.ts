import { counted } from '#analysis/words/counted.ts';
import { numberWords } from '#analysis/words/number-words.ts';
import { labelAt, type MapIndex, partner } from '#viz/findings/map-index.ts';

/** "Steady Youth College, Education. 24 partners in five groups. Bridge-builder, rank 2." */
export function spokenNode(index: MapIndex, node: number): string {
  const { category = -1, bridge = 0 } = index.map.nodes[node] ?? {};
  const sector = index.map.categories[category]?.name;
  const rank = bridge > 0 ? ` Bridge-builder, rank ${bridge}.` : '';
  return `${labelAt(index, node)}${sector === undefined ? '' : `, ${sector}`}. ${partnersSaid(index, node)}.${rank}`;
}

/** "24 partners in five groups" */
export function partnersSaid(index: MapIndex, node: number): string {
  const partners = (index.tiesOf[node] ?? []).map((tie) => partner(index, tie, node));
  if (partners.length === 0) return 'No tie yet';
  const groups = new Set(
    partners.map((other) => index.map.nodes[other]?.group ?? -1).filter((group) => group >= 0),
  );
  const count = partners.length > 12 ? `${partners.length} partners` : counted(partners.length, 'partner');
  if (groups.size === 0) return count;
  return `${count} in ${groups.size === 1 ? 'one group' : `${numberWords(groups.size)} groups`}`;
}
