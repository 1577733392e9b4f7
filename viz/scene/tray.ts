import { drawMark, drawRing } from '#viz/scene/draw-mark.ts';
import { flowRows, type Entry } from '#viz/scene/flow-rows.ts';
import { label } from '#viz/scene/legend.ts';
import type { MarkSizes } from '#viz/scene/mark-sizes.ts';
import { linePath } from '#viz/scene/path-data.ts';
import type { MapInput } from '#viz/scene/picture.ts';
import type { Shape, Text } from '#viz/scene/scene.ts';
import type { Style } from '#viz/scene/style.ts';
import { textWidth } from '#viz/scene/text-width.ts';
import { wrapText } from '#viz/scene/wrap-text.ts';

/** Everything not in a group, in rows below the map; the tied ones side by side and joined. */
interface Tray {
  readonly height: number;
  readonly draw: (
    x: number,
    top: number,
    sizes: MarkSizes,
    at: { x: Float64Array; y: Float64Array },
  ) => readonly (Shape | Text)[];
}

/** More names would be a list, not a picture. */
const mostNamed = 40;

export function tray(input: MapInput, style: Style, width: number, highest: number): Tray {
  const parts = trayParts(input);
  const order = parts.flat();
  if (order.length === 0) return { height: 0, draw: () => [] };
  const tied = parts.some((part) => part.length > 1);
  const caption = `${tied ? 'Not in a group' : whoIsAlone(input, order)}: ${order.length}`;
  const indent = textWidth(caption, style.text.key, 'interSemibold') + 4 * style.mm;
  const named = tied || order.length > mostNamed ? null : namedTray(input, style, order, width - indent);
  if (named && named.height <= highest) return { height: named.height, draw: named.draw(caption, indent) };
  // As many rows as it takes at a comfortable pitch; closer when that would take too much of the picture.
  let pitch = 5.2 * style.mm;
  const columnsAt = (p: number): number => Math.max(1, Math.floor((width - indent) / p));
  const rowsAt = (p: number): number => Math.floor(cells(parts, columnsAt(p)).at(-1)! / columnsAt(p)) + 1;
  while (pitch > 1.1 * style.mm && rowsAt(pitch) * pitch > highest) pitch *= 0.94;
  const columns = columnsAt(pitch);
  const cell = cells(parts, columns);
  const rowHeight = Math.max(pitch, rowsAt(pitch) === 1 ? style.text.key * 1.9 : 0);
  return {
    height: rowHeight * rowsAt(pitch),
    draw: (x, top, sizes, at) => {
      order.forEach((node, i) => {
        at.x[node] = x + indent + ((cell[i]! % columns) + 0.5) * pitch;
        at.y[node] = top + (Math.floor(cell[i]! / columns) + 0.5) * rowHeight;
      });
      const items: (Shape | Text)[] = [label(caption, x, top + rowHeight / 2, style, 'interSemibold')];
      items.push(...joins(input, at, style, pitch));
      for (const node of order) {
        const { category, label: name, bridge } = input.nodes[node]!;
        const r = Math.min(sizes.radius[node]!, 0.36 * pitch);
        if (bridge > 0)
          items.push(
            drawRing(at.x[node]!, at.y[node]!, r + sizes.ringGap + sizes.ringWidth, sizes.ringWidth, style),
          );
        items.push(...drawMark({ category, hollow: false, name }, at.x[node]!, at.y[node]!, r, style));
      }
      return items;
    },
  };
}

/** Ties into a group that is drawn leave an organization tied, though not to anybody in the tray. */
function whoIsAlone({ ties }: MapInput, order: readonly number[]): string {
  const waiting = new Set(order);
  return ties.some(({ a, b }) => waiting.has(a) || waiting.has(b)) ? 'Not in a group' : 'Without a tie';
}

/** Nobody is tied to another: each with its name, in rows. */
function namedTray(input: MapInput, style: Style, order: readonly number[], width: number) {
  const row = 1.9 * style.text.key;
  let places: { x: Float64Array; y: Float64Array };
  let radius: Float64Array;
  const entries = order.map((node): Entry => {
    const { category, label: name } = input.nodes[node]!;
    const { lines, width: room } = wrapText(name, style.text.key, 'interRegular', 0.45 * width);
    const r = 0.42 * style.text.key;
    return {
      width: 3.2 * r + room,
      height: lines.length > 1 ? 1.2 * row : 0,
      draw: (x, middle) => {
        places.x[node] = x + 1.2 * r;
        places.y[node] = middle;
        const shown = Math.min(r, radius[node]!);
        return [
          ...drawMark({ category, hollow: false, name }, x + 1.2 * r, middle, shown, style),
          ...lines.map((line, i) =>
            label(line, x + 3.2 * r, middle + (i - (lines.length - 1) / 2) * 1.15 * style.text.key, style),
          ),
        ];
      },
    };
  });
  const flow = flowRows(entries, width, 3 * style.mm, row);
  return {
    height: flow.height,
    draw:
      (caption: string, indent: number): Tray['draw'] =>
      (x, top, sizes, at) => {
        places = at;
        radius = sizes.radius;
        return [label(caption, x, top + row / 2, style, 'interSemibold'), ...flow.draw(x + indent, top)];
      },
  };
}

/** The cell of each node, row after row; a part that would be broken by the end of a row begins the next. */
function cells(parts: readonly (readonly number[])[], columns: number): readonly number[] {
  let next = 0;
  return parts.flatMap((part) => {
    const left = columns - (next % columns);
    if (part.length > left && part.length <= columns) next += left;
    return part.map(() => next++);
  });
}

/** The tray's parts (nodes tied to one another), larger first, each in the order of a walk along its ties. */
function trayParts(input: MapInput): readonly (readonly number[])[] {
  const neighbours = new Map<number, number[]>();
  input.nodes.forEach((node, i) => {
    if (node.group < 0) neighbours.set(i, []);
  });
  for (const { a, b } of input.ties) {
    if (!neighbours.has(a) || !neighbours.has(b)) continue;
    neighbours.get(a)!.push(b);
    neighbours.get(b)!.push(a);
  }
  const seen = new Set<number>();
  const parts: number[][] = [];
  // A walk that starts at an end of a chain keeps its ties between neighbours in the row.
  for (const start of [...neighbours.keys()].sort(
    (p, q) => neighbours.get(p)!.length - neighbours.get(q)!.length || p - q,
  )) {
    if (seen.has(start)) continue;
    const part: number[] = [];
    const stack = [start];
    while (stack.length > 0) {
      const node = stack.pop()!;
      if (seen.has(node)) continue;
      seen.add(node);
      part.push(node);
      stack.push(...neighbours.get(node)!);
    }
    parts.push(part);
  }
  return parts.sort(
    (p, q) =>
      q.length - p.length || input.nodes[p[0]!]!.category - input.nodes[q[0]!]!.category || p[0]! - q[0]!,
  );
}

function joins(
  input: MapInput,
  at: { x: Float64Array; y: Float64Array },
  style: Style,
  pitch: number,
): readonly Shape[] {
  const lines: Shape[] = [];
  for (const { a, b } of input.ties) {
    if (input.nodes[a]!.group >= 0 || input.nodes[b]!.group >= 0) continue;
    const [ax, ay, bx, by] = [at.x[a]!, at.y[a]!, at.x[b]!, at.y[b]!];
    const beside = Math.abs(ax - bx) < 1.5 * pitch;
    const d = beside
      ? linePath([
          [ax, ay],
          [bx, by],
        ])
      : `${linePath([[ax, ay]])}Q${[(ax + bx) / 2, Math.min(ay, by) - 0.8 * pitch, bx, by].map((v) => Math.round(v * 100) / 100).join(' ')}`;
    lines.push({
      kind: 'shape',
      d,
      fill: null,
      stroke: style.theme.muted,
      strokeWidth: 0.22 * style.mm,
      name: '',
    });
  }
  return lines;
}
