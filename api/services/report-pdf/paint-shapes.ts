import { mm } from '#api/services/report-pdf/paper.ts';
import type { Pen } from '#api/services/report-pdf/pen.ts';
import type { Shape, Text } from '#viz/scene/scene.ts';

/** Draws marks given in millimetres, from (x, y) points on: paths as vectors, names as text of the embedded fonts. */
export function paintShapes(pen: Pen, items: readonly (Shape | Text)[], x: number, y: number): void {
  const { doc } = pen;
  doc.save();
  doc.transform(mm, 0, 0, mm, x, y);
  for (const item of items) {
    if (item.kind === 'shape') paintShape(pen, item);
    else paintText(pen, item);
  }
  doc.restore();
}

function paintShape({ doc }: Pen, { d, fill, stroke, strokeWidth }: Shape): void {
  if (fill === null && stroke === null) return;
  doc.path(d).lineJoin('round');
  if (stroke !== null) doc.lineWidth(strokeWidth);
  if (fill !== null && stroke !== null) doc.fillAndStroke(fill, stroke);
  else if (fill !== null) doc.fill(fill);
  else if (stroke !== null) doc.stroke(stroke);
}

function paintText(pen: Pen, { text, x, y, anchor, face, size, fill, halo }: Text): void {
  const width = pen.typesetter.width(text, face, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  if (halo !== null) paintHalo(pen, text, left, y, face, size, halo);
  pen.text(text, left, y, face, size, fill);
}

/** The outlines of the letters as a wide stroke: the text itself stands once in the page, so that it is found once. */
function paintHalo(
  { doc, typesetter }: Pen,
  text: string,
  x: number,
  y: number,
  face: Text['face'],
  size: number,
  colour: string,
): void {
  const font = typesetter.font(face);
  const scale = size / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let at = x;
  glyphs.forEach((glyph, i) => {
    const outline = glyph.path.toSVG();
    if (outline !== '') {
      doc.save();
      doc.transform(scale, 0, 0, -scale, at, y);
      doc
        .path(outline)
        .lineJoin('round')
        .lineWidth((0.28 * size) / scale)
        .stroke(colour);
      doc.restore();
    }
    at += (positions[i]?.xAdvance ?? glyph.advanceWidth) * scale;
  });
}
