import { countOf, sizeOf } from '#viz/scene/count-of.ts';
import { drawMark, drawRing } from '#viz/scene/draw-mark.ts';
import type { Lit } from '#viz/scene/draw-spotlight.ts';
import { flowRows, type Entry, type Flow } from '#viz/scene/flow-rows.ts';
import { markRadius } from '#viz/scene/mark-sizes.ts';
import { linePath, rectanglePath } from '#viz/scene/path-data.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import { strandWidth } from '#viz/scene/route-strands.ts';
import type { Shape, Text } from '#viz/scene/scene.ts';
import type { Style } from '#viz/scene/style.ts';
import { textWidth, type Face } from '#viz/scene/text-width.ts';
import { lineHeight, wrapText } from '#viz/scene/wrap-text.ts';

/** Known only when the marks have their size; the rows do not depend on it. */
interface LegendScale {
  readonly scale: number;
  readonly ringGap: number;
  readonly ringWidth: number;
  /** Of the strand with the most ties. */
  readonly widest: number;
}

interface Legend {
  /** Its size circles and widths grow with the marks. */
  readonly heightAt: (scale: number, widest: number) => number;
  readonly draw: (x: number, top: number, marks: LegendScale) => readonly (Shape | Text)[];
}

/**
 * The key, on every picture: categories with their counts; then ring, hollow, size and width, as far as the picture has
 * them; then the line that says what produced it.
 *
 * Input    light: what is lit on the picture; its lines are what is read off then. null: nothing
 */
export function legend(
  input: MapInput,
  style: Style,
  width: number,
  greatest: number,
  light: Pick<Lit, 'proposed' | 'ties'> | null = null,
): Legend {
  const { mm } = style;
  const row = Math.max(5.4 * mm, style.text.key * 1.9);
  const build = (marks: LegendScale): readonly Entry[][] => [
    categoryEntries(input, style),
    light === null ? readingEntries(input, style, marks, greatest) : lightEntries(style, light),
  ];
  const flows = (entries: readonly Entry[][]) => entries.map((list) => evenRows(list, width, mm, row));
  const small = style.text.key * 0.92;
  const said =
    input.words.receipt === ''
      ? []
      : wrapText(input.words.receipt, small, 'interRegular', width, width, 4).lines;
  const line = row * 0.9;
  const receipt = said.length === 0 ? 0 : line + (said.length - 1) * small * lineHeight;
  return {
    heightAt: (scale, widest) =>
      flows(build({ scale, ringGap: 0, ringWidth: 0, widest })).reduce((sum, flow) => sum + flow.height, 0) +
      receipt,
    draw: (x, top, marks) => {
      const items: (Shape | Text)[] = [];
      let y = top;
      for (const flow of flows(build(marks))) {
        items.push(...flow.draw(x, y));
        y += flow.height;
      }
      said.forEach((text, at) => {
        const middle = y + line / 2 + at * small * lineHeight;
        items.push(label(text, x, middle, style, 'interRegular', style.theme.muted, small));
      });
      return items;
    },
  };
}

/** Entries well apart; nearer together when that saves a row. */
function evenRows(entries: readonly Entry[], width: number, mm: number, row: number): Flow {
  const near = flowRows(entries, width, 2.4 * mm, row);
  for (const between of [6, 5, 4.2, 3.4]) {
    const flow = flowRows(entries, width, between * mm, row);
    if (flow.rows === near.rows) return flow;
  }
  return near;
}

function categoryEntries(input: MapInput, style: Style): Entry[] {
  const r = 0.42 * style.text.key;
  const unknown = input.nodes.filter((node) => node.category < 0).length;
  const rows = input.categories
    .map(({ name, count }, category) => ({ name, count, category }))
    .filter(({ count }) => count > 0);
  if (unknown > 0 && rows.length > 0) rows.push({ name: 'Not known', count: unknown, category: -1 });
  return rows.map(({ name, count, category }) => {
    const count_ = String(count);
    const nameWidth = textWidth(`${name} `, style.text.key, 'interRegular');
    return {
      width: 3.4 * r + nameWidth + textWidth(count_, style.text.key, 'interRegular'),
      height: 0,
      draw: (x, middle) => [
        ...drawMark({ category, hollow: false, name: '' }, x + 1.2 * r, middle, r, style),
        label(name, x + 3.2 * r, middle, style),
        label(count_, x + 3.2 * r + nameWidth, middle, style, 'interRegular', style.theme.muted),
      ],
    };
  });
}

function readingEntries(input: MapInput, style: Style, marks: LegendScale, greatest: number): Entry[] {
  const entries: Entry[] = [];
  const ringed = input.nodes.filter((node) => node.bridge > 0).length;
  if (ringed > 0) entries.push(ringEntry(`bridge-builder (${ringed})`, style, marks));
  if (input.nodes.some((node) => node.hollow)) entries.push(hollowEntry(style));
  if (input.nodes.some((node) => node.size > 0)) entries.push(sizeEntry(input, style, marks));
  if (greatest > 0) entries.push(widthEntry(style, greatest, marks.widest));
  return entries;
}

function lightEntries(style: Style, { proposed, ties }: Pick<Lit, 'proposed' | 'ties'>): Entry[] {
  const { ink, accent } = style.theme;
  const dots = { stroke: accent, strokeWidth: 3, dash: [0.4, 2] } as const;
  return [
    ...(ties.length === 0
      ? []
      : [lineEntry('a tie; wider when stronger', style, { stroke: ink, strokeWidth: 1.5 })]),
    ...(proposed === null ? [] : [lineEntry('a tie that is not there yet', style, dots)]),
  ];
}

function lineEntry(text: string, style: Style, line: Pick<Shape, 'stroke' | 'strokeWidth' | 'dash'>): Entry {
  const length = 5.4 * style.mm;
  const space = 0.35 * style.text.key;
  return {
    width: length + space + textWidth(text, style.text.key, 'interRegular'),
    height: 0,
    draw: (x, middle) => [
      {
        kind: 'shape',
        d: linePath([
          [x, middle],
          [x + length, middle],
        ]),
        fill: null,
        name: '',
        ...line,
      },
      label(text, x + length + space, middle, style),
    ],
  };
}

function ringEntry(text: string, style: Style, marks: LegendScale): Entry {
  const r = 0.36 * style.text.key;
  const reach = 0.78 * style.text.key;
  const neutral = { ...style, theme: { ...style.theme, unknown: style.theme.muted } };
  return {
    width: 2 * reach + 0.4 * style.text.key + textWidth(text, style.text.key, 'interRegular'),
    height: 0,
    draw: (x, middle) => [
      drawRing(x + reach, middle, reach, Math.min(marks.ringWidth, 0.2 * style.text.key), style),
      ...drawMark({ category: -1, hollow: false, name: '' }, x + reach, middle, r, neutral),
      label(text, x + 2 * reach + 0.4 * style.text.key, middle, style),
    ],
  };
}

function hollowEntry(style: Style): Entry {
  const text = 'weak member of its group';
  const r = 0.5 * style.text.key;
  const neutral = { ...style, theme: { ...style.theme, unknown: style.theme.muted } };
  return {
    width: 2.8 * r + textWidth(text, style.text.key, 'interRegular'),
    height: 0,
    draw: (x, middle) => [
      ...drawMark({ category: -1, hollow: true, name: '' }, x + r, middle, r, neutral),
      label(text, x + 2.8 * r, middle, style),
    ],
  };
}

/** Greatest width of a circle in the key, in heights of its text. */
const mostCircle = 6;

/** Three circles: the smallest, a middle and the largest size that occur, rounded to 1, 2 or 5 of a power of ten. */
function sizeEntry(input: MapInput, style: Style, marks: LegendScale): Entry {
  const largest = Math.max(...input.nodes.map((node) => node.size));
  const top = roundDown(largest);
  const values = [...new Set([Math.min(1, top), roundDown(Math.max(1, top / 4)), top])].filter(
    (v) => v > 0 && v <= top,
  );
  const place = (value: number): number => 2 * markRadius(value, marks.scale);
  // On a picture seen from near the large ones would outgrow the key.
  const fitting = values.filter((value) => place(value) <= mostCircle * style.text.key);
  const shown = fitting.length > 0 ? fitting : [values[0] ?? 0];
  const space = 0.35 * style.text.key;
  const numbers = shown.map((value) => textWidth(String(value), style.text.key, 'interRegular'));
  const texts = shown.map((value, i) =>
    i === shown.length - 1 ? sizeOf(value, input.words) : String(value),
  );
  const last = textWidth(
    sizeOf(shown.at(-1) ?? 0, input.words).replace(/^\S+/u, ''),
    style.text.key,
    'interRegular',
  );
  const width = shown.reduce((sum, value, i) => sum + place(value) + numbers[i]! + 3 * space, last - space);
  return {
    width,
    height: place(shown[shown.length - 1]!) * 0.9,
    draw: (x, middle) => {
      let at = x;
      return shown.flatMap((value, i): (Shape | Text)[] => {
        const r = markRadius(value, marks.scale);
        const neutral = {
          ...style,
          theme: { ...style.theme, unknown: style.theme.paper, outline: style.theme.ink },
        };
        const items = [
          ...drawMark({ category: -1, hollow: false, name: '' }, at + r, middle, r, neutral),
          label(texts[i]!, at + 2 * r + space, middle, style),
        ];
        at += 2 * r + numbers[i]! + 3 * space;
        return items;
      });
    },
  };
}

function widthEntry(style: Style, greatest: number, widest: number): Entry {
  const top = roundDown(greatest);
  const values = [...new Set([roundDown(Math.max(1, top / 4)), top])];
  const length = 5.4 * style.mm;
  const space = 0.35 * style.text.key;
  const texts = values.map((value, i) =>
    i < values.length - 1 ? String(value) : `${countOf(value, 'tie')} between groups`,
  );
  const widths = texts.map((text) => textWidth(text, style.text.key, 'interRegular'));
  return {
    width: widths.reduce((sum, w) => sum + length + w + 3 * space, -2 * space),
    height: widest,
    draw: (x, middle) => {
      let at = x;
      return values.flatMap((value, i): (Shape | Text)[] => {
        const w = strandWidth(value, greatest, widest);
        const bar: Shape = {
          kind: 'shape',
          d: rectanglePath(at, middle - w / 2, length, w),
          fill: style.theme.strand,
          stroke: null,
          strokeWidth: 0,
          name: '',
        };
        const text = label(texts[i]!, at + length + space, middle, style);
        at += length + widths[i]! + 3 * space;
        return [bar, text];
      });
    },
  };
}

/** The greatest of 1, 2, 5 × 10^k that is not above the value. */
function roundDown(value: number): number {
  if (value < 1) return value;
  let unit = 1;
  while (unit * 10 <= value) unit *= 10;
  return (value >= 5 * unit ? 5 : value >= 2 * unit ? 2 : 1) * unit;
}

/** A line of text whose capitals are centred on `middle`. */
export function label(
  text: string,
  x: number,
  middle: number,
  style: Style,
  face: Face = 'interRegular',
  fill: string = style.theme.ink,
  size: number = style.text.key,
): Text {
  return { kind: 'text', text, x, y: middle + 0.36 * size, anchor: 'start', face, size, fill, halo: null };
}
