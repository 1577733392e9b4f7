import { numberWords, thousands } from '#analysis/words/number-words.ts';
import { percent } from '#analysis/words/percent.ts';
import type { BridgeBuilderRow } from '#api/contract/analysis.ts';
import { type Finding, type Piece, said, type Spotlight } from '#viz/findings/finding.ts';
import { labelAt, type MapIndex, nodeAt, partner } from '#viz/findings/map-index.ts';

/** "Without Valley Meeting House, 699 pairs of organizations lose their only path." */
export function bridgeFinding(index: MapIndex, row: BridgeBuilderRow): Finding {
  const node = nodeAt(index, row.id);
  const parts = [joins(row), backupShare(row)].filter((part) => part !== null);
  return {
    id: `bridge-${row.rank}`,
    said: withoutIt(labelAt(index, node), row),
    evidence: parts.join(' · '),
    page: 'organizations',
    pageId: row.id,
    query: {},
    spotlight: bridgeSpotlight(index, row),
  };
}

/** What is lost without it, in one sentence with its numbers strong. */
export function withoutIt(name: string, { parted, loss, dependence }: BridgeBuilderRow): readonly Piece[] {
  if (parted === 1) return said`Without ${name}, ${'one'} pair of organizations loses its only path.`;
  if (parted > 1)
    return said`Without ${name}, ${thousands(parted)} pairs of organizations lose their only path.`;
  if ((loss ?? 0) === 0 || dependence === null) return said`Nothing measured here depends on ${name}.`;
  const share = percent(dependence);
  return said`Without ${name} nobody is cut off, but ${share} of the connected pairs across groups are further apart.`;
}

/** "joins five groups" */
export function joins({ connects }: BridgeBuilderRow): string | null {
  if (connects.length < 2) return null;
  return `Joins ${numberWords(connects.length)} groups`;
}

function backupShare({ backup }: BridgeBuilderRow): string | null {
  return backup === null ? null : `one new tie elsewhere would restore ${percent(backup.restores)} of it`;
}

export function bridgeSpotlight(index: MapIndex, row: BridgeBuilderRow): Spotlight {
  const node = nodeAt(index, row.id);
  const ties = index.tiesOf[node] ?? [];
  const partners = ties.map((tie) => partner(index, tie, node));
  const ends = row.backup === null ? [] : [nodeAt(index, row.backup.a), nodeAt(index, row.backup.b)];
  const [a = -1, b = -1] = ends;
  const proposed = a >= 0 && b >= 0 ? ([a, b] as const) : null;
  return {
    lit: [...new Set([node, ...partners, ...(proposed ?? [])])],
    named: [node, ...(proposed ?? [])],
    beside: partners,
    ties,
    groups: [],
    ringed: [node],
    proposed,
    caption: `${labelAt(index, node)} and its ${partners.length === 1 ? 'partner' : `${partners.length} partners`}${
      proposed === null ? '' : '; dotted: the tie that would back it up'
    }`,
  };
}
