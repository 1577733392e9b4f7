import type { Drawing, DrawingItem } from '#viz/report/drawing.ts';
import type { Candidate, ReportFacts } from '#viz/report/report-facts.ts';
import { siloRules } from '#analysis/findings/silo.ts';
import { ink, paper } from '#viz/report/figures/ink.ts';

const width = 170;
const left = 6;
const right = 164;
const top = 5.5;
const base = 27.5;
const bins = 50;

/**
 * Figure 2: the E-I index of each group as a pin, over the histogram of the most closed group of each chance network.
 * Null where no chance network was drawn. The axis covers every value; nothing is clipped.
 */
export function chanceStrip(facts: ReportFacts): Drawing | null {
  const minima = (facts.analysis.siloNull?.minima ?? []).filter((value) => value !== null);
  const pinned = facts.candidates.filter(({ silo }) => silo.eiIndex !== null);
  if (minima.length === 0 || pinned.length === 0) return null;
  const axis = axisOver([...minima, ...pinned.map(({ silo }) => silo.eiIndex ?? 0)]);
  return {
    width,
    height: 38,
    items: [...shade(facts, axis), ...histogram(minima, axis), ...scale(axis), ...pins(pinned, axis)],
  };
}

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly step: number;
  at(value: number): number;
}

/** From the lowest to the highest value, out to the next fifth, within −1 … 1. */
function axisOver(values: readonly number[]): Axis {
  const from = Math.max(-5, Math.floor(Math.min(...values) * 5 - 0.25));
  const to = Math.min(5, Math.ceil(Math.max(...values) * 5 + 0.25));
  const span = Math.max(1, to - from);
  return {
    from: from / 5,
    to: (from + span) / 5,
    step: 0.2,
    at: (value) => left + ((value * 5 - from) / span) * (right - left),
  };
}

/** Up to the largest E-I index at which p would still be at most 0.05. */
function shade(facts: ReportFacts, axis: Axis): DrawingItem[] {
  const all = facts.analysis.siloNull?.minima ?? [];
  const allowed = Math.floor(siloRules.pAtMost * (all.length + 1)) - 1;
  const sorted = all.filter((value) => value !== null).sort((a, b) => a - b);
  if (allowed < 0) return [];
  // With `allowed` minima at or below it the next one is the first that would be too many.
  const limit = sorted[allowed] ?? axis.to;
  const x = Math.min(right, Math.max(left, axis.at(limit)));
  if (x - left < 1) return [];
  return [{ kind: 'rect', x: left, y: top - 1, w: x - left, h: base - top + 1, fill: paper.shade }];
}

function histogram(minima: readonly number[], axis: Axis): DrawingItem[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of minima) {
    const bin = Math.min(
      bins - 1,
      Math.max(0, Math.floor(((axis.at(value) - left) / (right - left)) * bins)),
    );
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const highest = Math.max(...counts);
  const each = (right - left) / bins;
  return counts.flatMap((count, bin): DrawingItem[] => {
    if (count === 0) return [];
    const h = Math.max(0.5, (count / highest) * 17);
    return [{ kind: 'rect', x: left + bin * each + 0.15, y: base - h, w: each - 0.3, h, fill: paper.bars }];
  });
}

function scale(axis: Axis): DrawingItem[] {
  const items: DrawingItem[] = [
    {
      kind: 'line',
      points: [
        [left, base],
        [right, base],
      ],
      stroke: ink.first,
      width: 0.25,
    },
  ];
  const steps = Math.round((axis.to - axis.from) / axis.step);
  for (let i = 0; i <= steps; i++) {
    const value = Math.round((axis.from + i * axis.step) * 10) / 10;
    const x = axis.at(value);
    items.push({
      kind: 'line',
      points: [
        [x, base],
        [x, base + 0.9],
      ],
      stroke: ink.first,
      width: 0.25,
    });
    items.push({
      kind: 'text',
      x,
      y: base + 4.2,
      text: signed(value),
      size: 2.6,
      anchor: 'middle',
      fill: ink.first,
    });
  }
  const y = base + 9.2;
  const word = { kind: 'text', y, size: 2.6, fill: ink.second } as const;
  return [
    ...items,
    { ...word, x: left, text: 'more closed: ties stay inside' },
    { ...word, x: (left + right) / 2, text: 'E-I index', anchor: 'middle' },
    { ...word, x: right, text: 'more open: ties leave', anchor: 'end' },
  ];
}

/** With a real minus. */
function signed(value: number): string {
  return value < 0 ? `−${(-value).toFixed(1)}` : Math.abs(value).toFixed(1);
}

/** Heads are moved apart, the least that is needed, and stay tied to their value. */
function pins(candidates: readonly Candidate[], axis: Axis): DrawingItem[] {
  const sorted = [...candidates].sort((a, b) => (a.silo.eiIndex ?? 0) - (b.silo.eiIndex ?? 0));
  const wanted = sorted.map(({ silo }) => axis.at(silo.eiIndex ?? 0));
  const heads = spread(wanted, 4.7, left - 3, right + 3);
  const lines = sorted.map((_, i): DrawingItem => {
    const x = wanted[i] ?? 0;
    return {
      kind: 'line',
      points: [
        [x, base],
        [x, top + 3.4],
        [heads[i] ?? x, top],
      ],
      stroke: ink.first,
      width: 0.3,
    };
  });
  const marks = sorted.flatMap(({ silo, letter }, i): DrawingItem[] => [
    {
      kind: 'circle',
      x: heads[i] ?? 0,
      y: top - 1.4,
      r: 2.15,
      fill: silo.certified ? ink.first : '#ffffff',
      stroke: ink.first,
      width: 0.3,
    },
    {
      kind: 'text',
      x: heads[i] ?? 0,
      y: top - 0.45,
      text: letter,
      size: letter.length > 1 ? 2.1 : 2.6,
      bold: true,
      anchor: 'middle',
      fill: silo.certified ? '#ffffff' : ink.first,
    },
  ]);
  return [...lines, ...marks];
}

/** The values of `wanted` (ascending) moved as little as needed to be `apart` from each other. */
export function spread(wanted: readonly number[], apart: number, low: number, high: number): number[] {
  const gap = Math.min(apart, (high - low) / Math.max(1, wanted.length - 1));
  const places = [...wanted];
  for (let round = 0; round < 60; round++) {
    for (let i = 1; i < places.length; i++) {
      const [a = 0, b = 0] = [places[i - 1], places[i]];
      if (b - a >= gap) continue;
      const middle = (a + b) / 2;
      places[i - 1] = middle - gap / 2;
      places[i] = middle + gap / 2;
    }
    const first = places[0] ?? low;
    if (first < low) places[0] = low;
    const last = places.length - 1;
    if ((places[last] ?? high) > high) places[last] = high;
  }
  return places;
}
