import type { Drawing, DrawingItem } from '#viz/report/drawing.ts';
import type { SectorPairRow } from '#api/contract/analysis.ts';
import { ink, paper } from '#viz/report/figures/ink.ts';
import { textWidth } from '#viz/scene/text-width.ts';
import { wrapText } from '#viz/scene/wrap-text.ts';
import type { ReportFacts } from '#viz/report/report-facts.ts';
import { expectedNumber } from '#viz/report/sentences/sector-headline.ts';

/** More sectors are told as a table of pairs: the cells would be too small to read. */
export const mostSectors = 9;

const width = 112;
const labels = 30;
const headRoom = 8;

/** The sectors that are compared, most frequent first. */
export function comparedSectors(facts: ReportFacts): string[] {
  const counts = new Map<string, number>();
  for (const { row } of facts.organizations) {
    if (row.sector !== null) counts.set(row.sector, (counts.get(row.sector) ?? 0) + 1);
  }
  const compared = new Set((facts.analysis.sectorPairs ?? []).flatMap((pair) => [pair.a, pair.b]));
  return [...counts]
    .filter(([sector]) => compared.has(sector))
    .sort(([, a], [, b]) => b - a)
    .map(([sector]) => sector);
}

/** Figure 3: ties between sectors, and the number expected by chance; the lower half, own sector outlined. */
export function sectorMatrix(facts: ReportFacts): Drawing {
  const sectors = comparedSectors(facts);
  const cell = cellSize(sectors);
  const pairs = new Map((facts.analysis.sectorPairs ?? []).map((pair) => [keyOf(pair.a, pair.b), pair]));
  const within = tiesWithin(facts);
  const items: DrawingItem[] = sectors.flatMap((sector, row) => [
    ...rowHead(facts, sector, row, cell),
    ...columnHead(sector, row, cell),
    ...sectors
      .slice(0, row)
      .flatMap((other, column) => pairCell(pairs.get(keyOf(sector, other)), column, row, cell)),
    ...ownCell(within.get(sector) ?? 0, row, cell),
  ]);
  const height = headRoom + sectors.length * cell + 1;
  return { width, height: height + 10, items: [...items, ...legend(facts, height + 3)] };
}

/** A head may reach over the free cells to its right; the last one's has only what the cells leave. */
function cellSize(sectors: readonly string[]): number {
  const room = width - labels - 0.5;
  const last = sectors.at(-1) ?? '';
  const wanted = wrapText(last, nameSize, 'interSemibold', 20, mostOfHead).width + 1.2;
  const even = room / sectors.length;
  return Math.min(16.6, wanted <= even ? even : (room - wanted) / Math.max(1, sectors.length - 1));
}

export function keyOf(a: string, b: string): string {
  return JSON.stringify([a, b].sort());
}

function tiesWithin(facts: ReportFacts): ReadonlyMap<string, number> {
  const within = new Map<string, number>();
  for (const { a, b } of facts.input.map.ties) {
    const sector = facts.organizations[a]?.row.sector ?? null;
    if (sector === null || a === b || facts.organizations[b]?.row.sector !== sector) continue;
    within.set(sector, (within.get(sector) ?? 0) + 1);
  }
  return within;
}

/** A head's longest line; what is longer is cut. */
const mostOfHead = 26;
const nameSize = 2.6;
const nameLeading = 3.1;

function rowHead(facts: ReportFacts, sector: string, row: number, cell: number): DrawingItem[] {
  const y = headRoom + (row + 0.5) * cell;
  const category = facts.categories.indexOf(sector);
  const { lines } = wrapText(sector, nameSize, 'interSemibold', labels - 6);
  const first = y + 0.95 - ((lines.length - 1) * nameLeading) / 2;
  return [
    { kind: 'mark', x: 1.6, y, r: 1.25, category: category < 0 ? facts.categories.length - 1 : category },
    ...lines.map((text, i): DrawingItem => ({
      kind: 'text',
      x: 4.4,
      y: first + i * nameLeading,
      text,
      size: nameSize,
      bold: true,
    })),
  ];
}

/** On the stairs of the diagonal: above the first cell of each column, free to the right. */
function columnHead(sector: string, column: number, cell: number): DrawingItem[] {
  const x = labels + column * cell + 0.4;
  const { lines } = wrapText(sector, nameSize, 'interSemibold', Math.min(cell + 8, width - x), width - x);
  const last = headRoom - 1.4 + column * cell;
  return lines.map((text, i) => ({
    kind: 'text',
    x,
    y: last - (lines.length - 1 - i) * nameLeading,
    text,
    size: nameSize,
    bold: true,
  }));
}

function pairCell(pair: SectorPairRow | undefined, column: number, row: number, cell: number): DrawingItem[] {
  if (pair === undefined) return [];
  const x = labels + column * cell;
  const y = headRoom + row * cell;
  const look = lookOf(pair);
  const items: DrawingItem[] = [
    { kind: 'rect', x: x + 0.25, y: y + 0.25, w: cell - 0.5, h: cell - 0.5, fill: look.fill },
    ...cellNumbers(pair.ties, expectedNumber(pair.expected), x, y, cell, look.text),
  ];
  if (look.marked) {
    const [right, under] = [x + cell - 1.2, y + 1.2];
    items.push({
      kind: 'path',
      points: [
        [right - 2.6, under],
        [right, under],
        [right - 1.3, under + 2],
      ],
      fill: paper.white,
    });
  }
  if (pair.verdict === 'never met') {
    items.push({
      kind: 'rect',
      x: x + 0.5,
      y: y + 0.5,
      w: cell - 1,
      h: cell - 1,
      stroke: ink.first,
      width: 0.4,
    });
  }
  return items;
}

interface Look {
  readonly fill: string;
  readonly text: string;
  readonly marked: boolean;
}

/** Dark: fewer in both counts. Grey: fewer in one count only. Pale: not fewer than chance allows. */
function lookOf(pair: SectorPairRow): Look {
  if (pair.verdict === 'fewer' || pair.verdict === 'apart')
    return { fill: ink.dark, text: paper.white, marked: true };
  if (pair.q <= 0.05 && pair.ties < pair.expected)
    return { fill: paper.light, text: ink.first, marked: false };
  return { fill: paper.hull, text: ink.first, marked: false };
}

function ownCell(ties: number, row: number, cell: number): DrawingItem[] {
  const x = labels + row * cell;
  const y = headRoom + row * cell;
  return [
    { kind: 'rect', x: x + 0.4, y: y + 0.4, w: cell - 0.8, h: cell - 0.8, stroke: paper.bars, width: 0.25 },
    ...cellNumbers(ties, null, x, y, cell, ink.second),
  ];
}

function cellNumbers(
  ties: number,
  expected: string | null,
  x: number,
  y: number,
  cell: number,
  fill: string,
): DrawingItem[] {
  const size = Math.min(4.8, cell * 0.29);
  const small = cell >= 13 ? 2.4 : 2.36;
  const middle = x + cell / 2;
  const count: DrawingItem = {
    kind: 'text',
    x: middle,
    y: y + cell * (expected === null ? 0.5 : 0.44) + size * 0.36,
    text: String(ties),
    size,
    bold: true,
    anchor: 'middle',
    fill,
  };
  if (expected === null) return [count];
  const words = cell >= 13 ? `exp. ${expected}` : expected.replace('under ', '<');
  return [
    count,
    { kind: 'text', x: middle, y: y + cell * 0.85, text: words, size: small, anchor: 'middle', fill },
  ];
}

/** What the looks of the cells mean; those that cannot occur are not named. */
function legend(facts: ReportFacts, y: number): DrawingItem[] {
  const keys: readonly (readonly [fill: string | null, text: string])[] = [
    [ink.dark, 'fewer than expected'],
    ...(facts.input.ties === 'stated' ? [] : [[paper.light, 'fewer in one count only'] as const]),
    [paper.hull, 'not fewer'],
    [null, 'own, untested'],
  ];
  let x = 0;
  return keys.flatMap(([fill, text]): DrawingItem[] => {
    const at = x;
    x += 4.8 + textWidth(text, nameSize, 'interRegular') + 2.8;
    return [
      {
        kind: 'rect',
        x: at,
        y,
        w: 3.4,
        h: 3.4,
        ...(fill === null ? {} : { fill }),
        stroke: paper.bars,
        width: 0.2,
      },
      { kind: 'text', x: at + 4.8, y: y + 2.6, text, size: 2.6 },
    ];
  });
}
