import type { SectorPairRow } from '#api/contract/analysis.ts';
import type { NetworkView } from '#viz/client/networks.ts';
import { type MapIndex, partner } from '#viz/findings/map-index.ts';
import { nodesBySector, pairKey, type SectorNodes } from '#viz/findings/pair-finding.ts';

/** Sectors and what is known of each pair of them. */
export interface SectorMatrix {
  /** Most frequent first. */
  readonly sectors: readonly string[];
  readonly nodes: SectorNodes;
  /** Ties inside each sector. */
  readonly inside: ReadonlyMap<string, number>;
  readonly pair: (a: string, b: string) => SectorPairRow | null;
}

export function sectorMatrix({ analysis }: NetworkView, index: MapIndex): SectorMatrix {
  const nodes = nodesBySector(analysis.organizations);
  const sectors = [...nodes].sort((a, b) => b[1].length - a[1].length).map(([name]) => name);
  const inside = new Map<string, number>();
  for (const { a, b } of index.map.ties) {
    const sector = analysis.organizations[a]?.sector ?? null;
    if (sector !== null && analysis.organizations[b]?.sector === sector)
      inside.set(sector, (inside.get(sector) ?? 0) + 1);
  }
  const rows = new Map((analysis.sectorPairs ?? []).map((row) => [pairKey(row.a, row.b), row]));
  const pair = (a: string, b: string): SectorPairRow | null =>
    rows.get(pairKey(a, b)) ?? rows.get(pairKey(b, a)) ?? null;
  return { sectors, nodes, inside, pair };
}

/** Below chance, by the test: the bar under a cell. */
export function isApart({ verdict }: SectorPairRow): boolean {
  return verdict === 'apart' || verdict === 'fewer';
}

/** No tie at all: the frame round a cell. */
export function hasNone({ verdict }: SectorPairRow): boolean {
  return verdict === 'apart' || verdict === 'never met';
}

export interface KnowsBoth {
  readonly node: number;
  readonly a: number;
  readonly b: number;
}

/** Organizations with partners on both sides, those with most on their weaker side first. */
export function whoKnowsBoth(
  index: MapIndex,
  nodes: SectorNodes,
  a: string,
  b: string,
  most: number,
): readonly KnowsBoth[] {
  const sideA = new Set(nodes.get(a));
  const sideB = new Set(nodes.get(b));
  return index.map.nodes
    .flatMap((_, node): KnowsBoth[] => {
      const partners = (index.tiesOf[node] ?? []).map((tie) => partner(index, tie, node));
      const inA = partners.filter((other) => sideA.has(other)).length;
      const inB = partners.filter((other) => sideB.has(other)).length;
      return inA > 0 && inB > 0 ? [{ node, a: inA, b: inB }] : [];
    })
    .sort((p, q) => Math.min(q.a, q.b) - Math.min(p.a, p.b) || q.a + q.b - p.a - p.b || p.node - q.node)
    .slice(0, most);
}
