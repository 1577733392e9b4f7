import type PDFDocument from 'pdfkit';
import { colours } from '#api/services/report-pdf/paper.ts';
import { type Line, type Typesetter, featuresOf } from '#api/services/report-pdf/typesetter.ts';
import type { FaceName, TextStyle } from '#api/services/report-pdf/text-style.ts';

type StructureElement = ReturnType<InstanceType<typeof PDFDocument>['struct']>;

/** Draws on the current page and keeps the tagged structure: what is no artifact belongs to an element. */
export class Pen {
  readonly doc: InstanceType<typeof PDFDocument>;
  readonly typesetter: Typesetter;
  /** The section that is being drawn. */
  section: StructureElement;

  constructor(doc: InstanceType<typeof PDFDocument>, typesetter: Typesetter, section: StructureElement) {
    this.doc = doc;
    this.typesetter = typesetter;
    this.section = section;
  }

  element(
    type: string,
    parent: StructureElement = this.section,
    options: { alt?: string; scope?: 'Column' } = {},
  ) {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Draws inside an element of its own. */
  tagged(type: string, draw: () => void, parent: StructureElement = this.section): void {
    this.element(type, parent).add(draw);
  }

  /** Decoration: rules, shades, feet. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  text(text: string, x: number, baseline: number, face: FaceName, size: number, colour: string): void {
    const features = featuresOf(text);
    this.doc
      .font(face)
      .fontSize(size)
      .fillColor(colour)
      .text(text, x, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(features === undefined ? {} : { features }),
      });
  }

  /** Lines of one paragraph; the first one's box begins at y. */
  lines(lines: readonly Line[], style: TextStyle, x: number, y: number): void {
    lines.forEach((line, i) => {
      const baseline = y + i * style.leading + baselineIn(style);
      for (const run of line.runs) this.text(run.text, x + run.x, baseline, run.face, run.size, run.colour);
    });
  }

  /** Makes the references of drawn lines lead to their sections. */
  links(lines: readonly Line[], style: TextStyle, x: number, y: number, element: StructureElement): void {
    lines.forEach((line, i) => {
      for (const run of line.runs) {
        if (run.to === undefined) continue;
        const link = this.element('Link', element);
        this.doc.goTo(x + run.x, y + i * style.leading, run.width, style.leading, run.to, {
          structParent: link,
        } as PDFKit.Mixins.AnnotationOption);
      }
    });
  }

  /** Marks a line of text with another that opens in the reader's own fonts. */
  aside(text: string, x: number, y: number, width: number, height: number): void {
    const element = this.element('Annot');
    const { height: whole } = this.doc.page;
    const [low, high] = [whole - y - height, whole - y];
    this.doc.annotate(x, y, width, height, {
      Subtype: 'Highlight',

      Contents: new String(text),
      QuadPoints: [x, high, x + width, high, x, low, x + width, low],
      color: [244, 234, 190],
      F: 4,
      structParent: element,
    } as unknown as PDFKit.Mixins.AnnotationOption);
  }

  rule(x: number, y: number, width: number, thickness = 0.35, colour: string = colours.hairline): void {
    this.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thickness)
      .strokeColor(colour)
      .stroke();
  }
}

/** Where the baseline lies in a line's box: the box's spare height is shared above and below. */
export function baselineIn(style: TextStyle): number {
  return (style.leading - style.size) / 2 + style.size * 0.8;
}
