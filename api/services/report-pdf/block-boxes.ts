import type { Box } from '#api/services/report-pdf/box.ts';
import { entryBox } from '#api/services/report-pdf/entry-boxes.ts';
import { drawingBox } from '#api/services/report-pdf/figure-box.ts';
import { findingsBox } from '#api/services/report-pdf/findings-box.ts';
import { listBoxes } from '#api/services/report-pdf/list-boxes.ts';
import { tableBoxes } from '#api/services/report-pdf/table-boxes.ts';
import { textBox } from '#api/services/report-pdf/text-box.ts';
import { styles } from '#api/services/report-pdf/text-style.ts';
import type { Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Block } from '#viz/report/report-document.ts';

/** A block as boxes one below the other, where it stands in a column of this width. */
export function blockBoxes(typesetter: Typesetter, block: Block, width: number): Box[] {
  switch (block.kind) {
    case 'findings':
      return [findingsBox(typesetter, block)];
    case 'heading':
      return [headingBox(typesetter, block.text, width)];
    case 'prose':
      return [textBox(typesetter, block.text, styles.body, width, { before: 4 })];
    case 'note':
      return [textBox(typesetter, block.text, styles.note, width, { before: 8 })];
    case 'list':
      return listBoxes(typesetter, block.items, width);
    case 'entries':
      return block.items.map((entry) => entryBox(typesetter, entry, width));
    case 'figure':
      return block.figure === 'map'
        ? []
        : [...captionBoxes(typesetter, block.caption, width), drawingBox(block.figure, block.description)];
    case 'table': {
      const { head, rows } = tableBoxes(typesetter, block, width);
      return [...captionBoxes(typesetter, block.caption, width), ...(head === null ? [] : [head]), ...rows];
    }
    case 'sides':
      return [...block.left, ...block.right].flatMap((inner) => blockBoxes(typesetter, inner, width));
  }
}

export function headingBox(typesetter: Typesetter, text: string, width: number): Box {
  return textBox(typesetter, [text], styles.heading, width, { tag: 'H3', before: 13, keepWithNext: true });
}

export function captionBoxes(
  typesetter: Typesetter,
  caption: Extract<Block, { kind: 'table' }>['caption'],
  width: number,
): Box[] {
  if (caption.length === 0) return [];
  return [
    textBox(typesetter, caption, styles.caption, width, { tag: 'Caption', before: 12, keepWithNext: true }),
  ];
}
