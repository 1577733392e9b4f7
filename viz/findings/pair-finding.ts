import { counted } from '#analysis/words/counted.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { type Finding, type Piece, type Spotlight } from '#viz/findings/finding.ts';
import type { MapIndex } from '#viz/findings/map-index.ts';
import { probability } from '#viz/findings/numbers.ts';

/** Verdicts that are findings, strongest first. */
const order = ['apart', 'never met', 'fewer'] as const;

/** Pairs that are surprising, strongest first: by verdict, then by how much chance would give. */
export function surprisingPairs(pairs: readonly SectorPairRow[]): readonly SectorPairRow[] {
  const rank = (row: SectorPairRow): number => order.findIndex((verdict) => verdict === row.verdict);
  return pairs
    .filter((row) => row.verdict === 'apart' || row.verdict === 'fewer')
    .sort((a, b) => rank(a) - rank(b) || b.expected - b.ties - (a.expected - a.ties));
}

/** The pair's own sentence, as tables and reports have it, with its names and numbers strong. */
export function pairFinding(index: MapIndex, row: SectorPairRow, sectors: SectorNodes): Finding {
  const a = sectors.get(row.a) ?? [];
  const b = sectors.get(row.b) ?? [];
  return {
    id: `pair-${row.a}-${row.b}`,
    said: emphasized(row.sentence, [row.a, row.b]),
    evidence: `${a.length} ${row.a} and ${counted(b.length, `${row.b} organization`)} · q\u00a0${probability(row.q)}`,
    page: 'sectors',
    pageId: null,
    query: { pair: pairKey(row.a, row.b) },
    spotlight: pairSpotlight(index, row, sectors),
  };
}

/** How a pair of sectors stands in an address. */
export function pairKey(a: string, b: string): string {
  return `${a}~${b}`;
}

/** Nodes by sector. */
export type SectorNodes = ReadonlyMap<string, readonly number[]>;

export function nodesBySector(organizations: readonly { readonly sector: string | null }[]): SectorNodes {
  const nodes = new Map<string, number[]>();
  organizations.forEach(({ sector }, node) => {
    if (sector === null) return;
    const list = nodes.get(sector);
    if (list === undefined) nodes.set(sector, [node]);
    else list.push(node);
  });
  return nodes;
}

export function pairSpotlight(index: MapIndex, row: SectorPairRow, sectors: SectorNodes): Spotlight {
  const a = new Set(sectors.get(row.a));
  const b = new Set(sectors.get(row.b));
  const ties = index.map.ties.flatMap((tie, at) =>
    (a.has(tie.a) && b.has(tie.b)) || (b.has(tie.a) && a.has(tie.b)) ? [at] : [],
  );
  return {
    lit: [...a, ...b],
    named: [],
    beside: [],
    ties,
    groups: [],
    ringed: [],
    proposed: null,
    caption: `${row.a} and ${row.b}: ${ties.length === 0 ? 'no tie between them' : `their ${counted(ties.length, 'tie')}`}`,
  };
}

/** A sentence with the given names, and all whole figures, strong. */
export function emphasized(sentence: string, names: readonly string[]): readonly Piece[] {
  const escaped = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  const pattern = new RegExp(`(${[...escaped, String.raw`\b\d[\d,.]*\d\b|\b\d\b`].join('|')})`, 'u');
  return sentence
    .split(pattern)
    .map((text, at) => ({ text, strong: at % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
