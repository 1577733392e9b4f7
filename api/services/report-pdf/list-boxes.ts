import type { Box } from '#api/services/report-pdf/box.ts';
import { mm } from '#api/services/report-pdf/paper.ts';
import { baselineIn } from '#api/services/report-pdf/pen.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import type { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Prose } from '#viz/report/report-document.ts';

const hang = 3 * mm;

/** A list with dashes; each item is a box, its lines hang. */
export function listBoxes(typesetter: Typesetter, items: readonly Prose[], width: number): Box[] {
  const style = styles.body;
  return items.map((item, i) => {
    const lines = typesetter.lines(item, style, width - hang);
    return {
      height: lines.length * style.leading,
      before: i === 0 ? 3 : 3.2,
      draw: (pen, x, y) => {
        const element = pen.element('LI', pen.element('L'));
        pen.tagged(
          'Lbl',
          () => pen.text('–', x, y + baselineIn(style), style.face, style.size, style.colour),
          element,
        );
        pen.tagged('LBody', () => pen.lines(lines, style, x + hang, y), element);
      },
    };
  });
}
