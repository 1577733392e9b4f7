import type { Drawing, DrawingItem } from '#viz/report/drawing.ts';
import { ink, paper } from '#viz/report/figures/ink.ts';
import type { ReportTimeline, ReportYear } from '#viz/report/report-input.ts';

const width = 170;
const left = 9;
const right = 168;
const top = 4;
const base = 46;

/** Figure 4: collaborations running in each year, those of one organization alone above the joint ones. */
export function yearBars(timeline: ReportTimeline): Drawing {
  const { years } = timeline;
  const highest = Math.max(1, ...years.map((year) => year.joint + year.alone));
  const step = niceStep(highest);
  const ceiling = Math.ceil(highest / step) * step;
  const at = (value: number): number => base - (value / ceiling) * (base - top);
  return {
    width,
    height: 51,
    items: [
      ...grid(ceiling, step, at),
      ...bars(years, at),
      {
        kind: 'line',
        points: [
          [left, base],
          [right, base],
        ],
        stroke: ink.first,
        width: 0.25,
      },
      ...yearNames(years),
      ...key(years, at(ceiling)),
    ],
  };
}

/** 1, 2 or 5 times a power of ten, so that about four lines are drawn. */
function niceStep(highest: number): number {
  let power = 1;
  while (power * 10 <= highest / 2) power *= 10;
  const times = [1, 2, 5, 10].find((factor) => highest / (factor * power) <= 5) ?? 10;
  return times * power;
}

function grid(ceiling: number, step: number, at: (value: number) => number): DrawingItem[] {
  const items: DrawingItem[] = [];
  for (let value = 0; value <= ceiling; value += step) {
    const y = at(value);
    items.push({
      kind: 'line',
      points: [
        [left, y],
        [right, y],
      ],
      stroke: paper.hairline,
      width: 0.2,
    });
    items.push({ kind: 'text', x: left - 1.6, y: y + 0.9, text: String(value), size: 2.6, anchor: 'end' });
  }
  return items;
}

function bars(years: readonly ReportYear[], at: (value: number) => number): DrawingItem[] {
  const each = (right - left) / years.length;
  const gap = Math.min(0.5, each * 0.15);
  const w = Math.min(9, each - gap);
  return years.flatMap(({ joint, alone }, i): DrawingItem[] => {
    const x = left + (i + 0.5) * each - w / 2;
    return [
      ...(alone > 0
        ? [
            {
              kind: 'rect',
              x,
              y: at(joint + alone),
              w,
              h: at(joint) - at(joint + alone),
              fill: paper.bars,
            } as const,
          ]
        : []),
      ...(joint > 0
        ? [{ kind: 'rect', x, y: at(joint), w, h: base - at(joint), fill: ink.dark } as const]
        : []),
    ];
  });
}

function yearNames(years: readonly ReportYear[]): DrawingItem[] {
  const each = (right - left) / years.length;
  const step = [1, 2, 5, 10, 20, 50, 100].find((every) => every * each >= 9) ?? 200;
  return years.flatMap(({ year }, i): DrawingItem[] =>
    year % step === 0
      ? [
          {
            kind: 'text',
            x: left + (i + 0.5) * each,
            y: base + 4,
            text: String(year),
            size: 2.6,
            anchor: 'middle',
          },
        ]
      : [],
  );
}

/** In the corner with the lower bars; none where all bars are of one kind, which the caption names. */
function key(years: readonly ReportYear[], y: number): DrawingItem[] {
  const third = Math.max(1, Math.floor(years.length / 3));
  const height = (part: readonly ReportYear[]): number =>
    Math.max(0, ...part.map((year) => year.joint + year.alone));
  const x = height(years.slice(0, third)) <= height(years.slice(-third)) ? left + 3 : right - 42;
  if (years.every((year) => year.alone === 0)) return [];
  return [
    { kind: 'rect', x: x - 1, y: y + 1, w: 42, h: 10.4, fill: paper.white },
    { kind: 'rect', x, y: y + 2, w: 3.4, h: 3, fill: ink.dark },
    { kind: 'text', x: x + 5, y: y + 4.4, text: 'two or more organizations', size: 2.6 },
    { kind: 'rect', x, y: y + 7, w: 3.4, h: 3, fill: paper.bars },
    { kind: 'text', x: x + 5, y: y + 9.4, text: 'one organization alone', size: 2.6 },
  ];
}
