import type { Box } from '#api/services/report-pdf/box.ts';
import { gap, third } from '#api/services/report-pdf/paper.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import { textBox } from '#api/services/report-pdf/text-box.ts';
import { drawStack, stackHeight } from '#api/services/report-pdf/box.ts';
import type { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { FindingsBlock } from '#viz/report/report-document.ts';

/** The three findings side by side, each with the page that tells more. */
export function findingsBox(typesetter: Typesetter, { items }: FindingsBlock): Box {
  const columns = items.map((item, i) => [
    textBox(typesetter, [String(i + 1)], styles.findingNumber, third),
    textBox(typesetter, [item.headline], styles.finding, third, { tag: 'H2', before: 1 }),
    textBox(typesetter, [...item.text, ' ', { text: '', to: item.to }], styles.body, third, { before: 5 }),
  ]);
  return {
    height: Math.max(...columns.map(stackHeight)),
    before: 8,
    draw: (pen, x, y) => columns.forEach((column, i) => drawStack(column, pen, x + i * (third + gap), y)),
  };
}
