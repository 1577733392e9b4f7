import { counted } from '#analysis/words/counted.ts';
import { capitalized } from '#analysis/words/capitalized.ts';
import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import type { NetworkView } from '#viz/client/networks.ts';
import { type Piece, said } from '#viz/findings/finding.ts';
import { labelAt, type MapIndex, nodeAt, partner } from '#viz/findings/map-index.ts';

/** The partners of an organization in one group. */
export interface PartnersIn {
  /** Its name on the map; the last is for those in no group. */
  readonly group: string;
  /** Its own group. */
  readonly own: boolean;
  /** Nodes, strongest tie first. */
  readonly partners: readonly number[];
}

/** Groups by how many partners it has there. */
export function partnersByGroup(index: MapIndex, node: number): readonly PartnersIn[] {
  const byGroup = new Map<number, { partner: number; strength: number }[]>();
  for (const tie of index.tiesOf[node] ?? []) {
    const other = partner(index, tie, node);
    const group = index.map.nodes[other]?.group ?? -1;
    const list = byGroup.get(group) ?? [];
    list.push({ partner: other, strength: index.map.ties[tie]?.strength ?? 0 });
    byGroup.set(group, list);
  }
  const own = index.map.nodes[node]?.group ?? -1;
  return [...byGroup]
    .sort((a, b) => Number(a[0] < 0) - Number(b[0] < 0) || b[1].length - a[1].length || a[0] - b[0])
    .map(([group, list]) => ({
      group: index.map.groups[group]?.name ?? 'In no group of four',
      own: group >= 0 && group === own,
      partners: list
        .sort((a, b) => b.strength - a.strength || a.partner - b.partner)
        .map((one) => one.partner),
    }));
}

/** "It has 15 partners in five groups, and carries 9 of the 10 ties by which its own group reaches anyone else." */
export function whatItJoins(index: MapIndex, node: number): readonly Piece[] {
  const partners = (index.tiesOf[node] ?? []).map((tie) => partner(index, tie, node));
  if (partners.length === 0) return said`It has ${'no tie'} yet.`;
  const groupOf = (other: number): number => index.map.nodes[other]?.group ?? -1;
  const groups = new Set(partners.map(groupOf).filter((group) => group >= 0)).size;
  const count = partners.length === 1 ? 'one partner' : `${partners.length} partners`;
  const where = groups < 2 ? '' : ` in ${numberWords(groups)} groups`;
  const own = groupOf(node);
  const leaving =
    own < 0 ? 0 : index.map.ties.filter(({ a, b }) => (groupOf(a) === own) !== (groupOf(b) === own)).length;
  const carried = own < 0 ? 0 : partners.filter((other) => groupOf(other) !== own).length;
  const has: readonly Piece[] = [
    { text: 'It has ', strong: false },
    { text: count, strong: true },
  ];
  if (carried === 0) {
    const inside = own < 0 ? '' : ', all in its own group';
    return [...has, { text: `${groups < 2 ? inside : where}.`, strong: false }];
  }
  return [
    ...has,
    { text: `${where}, and carries `, strong: false },
    { text: carriedOf(carried, leaving), strong: true },
    {
      text: `${leaving === 1 ? ' tie' : ' ties'} by which its own group reaches anyone else.`,
      strong: false,
    },
  ];
}

function carriedOf(carried: number, leaving: number): string {
  if (leaving === 1) return 'the only';
  return carried === leaving ? `all ${leaving}` : `${carried} of the ${leaving}`;
}

/** What would be lost without it; null where it was not computed, as it is for the first ranks only. */
export function whatDependsOnIt(row: BridgeBuilderRow | undefined): readonly Piece[] | null {
  if (row === undefined) return null;
  const apart = row.loss === null || row.loss < 1e-12 ? null : percent(row.loss, 1);
  if (row.parted > 0) {
    const pairs = row.parted === 1 ? 'one pair' : `${thousands(row.parted)} pairs`;
    const lose = row.parted === 1 ? 'loses its' : 'lose their';
    return [
      { text: 'Without it ', strong: false },
      { text: pairs, strong: true },
      { text: ` ${lose} only path`, strong: false },
      ...(apart === null ? said`.` : said`, and the groups stand ${apart} further apart.`),
    ];
  }
  if (apart === null) return said`Nothing measured here depends on it.`;
  return said`Without it nobody is cut off, but the groups stand ${apart} further apart.`;
}

/** The backup tie in words, with who could open the door. */
export function backupWords(
  view: NetworkView,
  index: MapIndex,
  row: BridgeBuilderRow,
): readonly Piece[] | null {
  const { backup } = row;
  if (backup === null) return null;
  const [a, b] = [nodeAt(index, backup.a), nodeAt(index, backup.b)];
  const share = percent(backup.restores);
  const centre = nodeAt(index, row.id);
  const known = [a, b].find((end) =>
    (index.tiesOf[end] ?? []).some((tie) => partner(index, tie, end) === centre),
  );
  const door =
    known === undefined
      ? ''
      : ` ${labelAt(index, known)} already works with ${labelAt(index, centre)} and could open the door.`;
  const equal = backup.equal > 1 ? ` ${asGood(backup.equal - 1)}.` : '';
  return [
    ...said`${labelAt(index, a)} with ${labelAt(index, b)} restores ${share} of what would be lost. They have no tie.`,
    { text: `${door}${equal}`, strong: false },
  ];
}

function asGood(others: number): string {
  return `${capitalized(counted(others, 'other tie'))} ${others === 1 ? 'is' : 'are'} as good`;
}
