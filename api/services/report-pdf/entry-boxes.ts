import { type Box, stackHeight } from '#api/services/report-pdf/box.ts';
import { mm } from '#api/services/report-pdf/paper.ts';
import { paintShapes } from '#api/services/report-pdf/paint-shapes.ts';
import { baselineIn } from '#api/services/report-pdf/pen.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import type { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Entry, Prose } from '#viz/report/report-document.ts';
import { categoryMark } from '#viz/report/drawing-shapes.ts';

/** A term with its text: with the mark of its sector as a small profile, without as a definition. */
export function entryBox(typesetter: Typesetter, entry: Entry, width: number, tight = false): Box {
  const marked = entry.mark !== undefined;
  const termStyle = marked ? styles.entryTerm : styles.definitionTerm;
  const [usual, close] = marked
    ? [styles.body, styles.bodyTight]
    : [styles.definition, styles.definitionTight];
  const textStyle = tight ? close : usual;
  const mark = entry.mark ?? -1;
  const indent = mark >= 0 ? 4 * mm : 0;
  const term: Prose = [
    { text: entry.term, style: 'bold' },
    ...(entry.also === undefined ? [] : [{ text: ` ${entry.also}`, style: 'muted' } as const]),
  ];
  const head = typesetter.lines(term, termStyle, width - indent);
  const lines = typesetter.lines(entry.text, textStyle, width);
  const headHeight = head.length * termStyle.leading;
  return {
    height: headHeight + lines.length * textStyle.leading,
    before: marked ? (tight ? 5 : 8.5) : tight ? 2.2 : 3.4,
    draw: (pen, x, y) => {
      pen.tagged('H4', () => {
        if (mark >= 0) {
          paintShapes(
            pen,
            [categoryMark(mark, 1.6, 0, 1.15)],
            x,
            y + baselineIn(termStyle) - termStyle.size * 0.36,
          );
        }
        pen.lines(head, termStyle, x + indent, y);
      });
      pen.tagged('P', () => pen.lines(lines, textStyle, x, y + headHeight));
      if (entry.aside !== undefined)
        pen.aside(entry.aside, x, y + headHeight, lines[0]?.width ?? 0, textStyle.leading);
    },
  };
}

/**
 * How many of the boxes go left when they stand in two columns, so that the taller one is as short as can be; the left
 * one is the taller where there is a choice.
 */
export function balance(boxes: readonly Box[]): number {
  let best = boxes.length;
  let height = Number.POSITIVE_INFINITY;
  for (let left = boxes.length; left >= Math.ceil(boxes.length / 3); left--) {
    const tallest = Math.max(stackHeight(boxes.slice(0, left)), stackHeight(boxes.slice(left)));
    if (tallest < height - 0.01) {
      height = tallest;
      best = left;
    }
  }
  return best;
}
