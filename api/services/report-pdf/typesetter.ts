import { create, type Font } from 'fontkit';
import type { Fonts } from '#api/services/fonts.ts';
import type { FaceName, TextStyle } from '#api/services/report-pdf/text-style.ts';
import { colours } from '#api/services/report-pdf/paper.ts';
import type { Prose, Span } from '#viz/report/report-document.ts';

/** A stretch of one line in one face. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  /** Section that it leads to. */
  readonly to: string | undefined;
}

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

interface Piece {
  readonly text: string;
  readonly face: FaceName;
  readonly size: number;
  readonly colour: string;
  readonly to: string | undefined;
  /** A space stands before it, where it is not the first of its line. */
  readonly space: boolean;
  /** A line may end before it, with a hyphen. */
  readonly soft: boolean;
}

/** Figures by themselves stand in columns: all have one width. (In words the same feature would set hyphens wide.) */
export function featuresOf(text: string): PDFKit.Mixins.OpenTypeFeatures[] | undefined {
  return /^[\d.,%/ –−]*\d[\d.,%/ –−]*$/u.test(text) ? ['tnum'] : undefined;
}

/**
 * Measures text by the shipped fonts and breaks it into lines: at spaces, after hyphens and dashes of long words,
 * at soft hyphens, and anywhere in a word that is wider than the line.
 */
export class Typesetter {
  readonly #fonts = new Map<FaceName, Font>();
  readonly #widths = new Map<string, number>();
  /** What stands for a section in a reference: "Page 3". */
  readonly #references: (section: string) => string;

  constructor(fonts: Fonts, references: (section: string) => string) {
    for (const [name, bytes] of Object.entries(fonts) as [FaceName, Uint8Array][]) {
      const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (!('layout' in font)) throw new Error(`The font ${name} is a collection.`);
      this.#fonts.set(name, font);
    }
    this.#references = references;
  }

  font(face: FaceName): Font {
    const font = this.#fonts.get(face);
    if (font === undefined) throw new Error(`The font ${face} is not loaded.`);
    return font;
  }

  /** Points. */
  width(text: string, face: FaceName, size: number): number {
    const key = `${face} ${text}`;
    let em = this.#widths.get(key);
    if (em === undefined) {
      const font = this.font(face);
      em = font.layout(text, featuresOf(text)).advanceWidth / font.unitsPerEm;
      this.#widths.set(key, em);
    }
    return em * size;
  }

  lines(prose: Prose, style: TextStyle, width: number, indent = 0): Line[] {
    const lines: Line[] = [];
    let runs: Run[] = [];
    let x = indent;
    const finish = (): void => {
      if (runs.length > 0) lines.push({ runs, width: x });
      runs = [];
      x = 0;
    };
    const put = (piece: Piece, text: string, space: number, wide: number): void => {
      const last = runs[runs.length - 1];
      if (
        last !== undefined &&
        last.face === piece.face &&
        last.colour === piece.colour &&
        last.to === piece.to
      ) {
        // Measured as it will be drawn: figures inside a sentence are narrower than figures alone.
        const whole = last.text + (space > 0 ? ' ' : '') + text;
        const width = this.width(whole, last.face, last.size);
        runs[runs.length - 1] = { ...last, text: whole, width };
        x = last.x + width;
        return;
      }
      const { face, size, colour, to } = piece;
      runs.push({ text, x: x + space, width: wide, face, size, colour, to });
      x += space + wide;
    };
    for (const piece of this.#pieces(prose, style)) {
      const wide = this.width(piece.text, piece.face, piece.size);
      const space = piece.space && runs.length > 0 ? this.width(' ', piece.face, style.size) : 0;
      if (x + space + wide <= width + 0.01) {
        put(piece, piece.text, space, wide);
        continue;
      }
      if (runs.length > 0) {
        if (piece.soft) put(piece, '-', 0, this.width('-', piece.face, style.size));
        finish();
      }
      for (const part of this.#parts(piece, style.size, width)) {
        if (runs.length > 0) finish();
        put(piece, part, 0, this.width(part, piece.face, style.size));
      }
    }
    finish();
    return lines;
  }

  /** A word wider than the line, cut where it must be. */
  #parts(piece: Piece, size: number, width: number): string[] {
    const parts: string[] = [];
    let part = '';
    for (const character of piece.text) {
      if (part !== '' && this.width(part + character, piece.face, size) > width) {
        parts.push(part);
        part = '';
      }
      part += character;
    }
    return [...parts, part];
  }

  #pieces(prose: Prose, style: TextStyle): Piece[] {
    const pieces: Piece[] = [];
    let space = false;
    for (const span of prose) {
      const { text, face, size, colour, to } = this.#look(span, style);
      const words = clean(text).split(' ');
      words.forEach((word, i) => {
        if (i > 0) space = true;
        if (word === '') return;
        word.split(breakable).forEach((segment, s) => {
          segment.split('\u00ad').forEach((part, p) => {
            pieces.push({
              text: part,
              face,
              size,
              colour,
              to,
              space: space && s === 0 && p === 0,
              soft: p > 0,
            });
            space = false;
          });
        });
      });
    }
    return pieces;
  }

  #look(span: Span, style: TextStyle) {
    const { face, bold, size, colour } = style;
    if (typeof span === 'string') return { text: span, face, size, colour, to: undefined };
    if (span.to !== undefined) {
      const { face: small, size: smaller } = referenceStyle;
      return {
        text: this.#references(span.to),
        face: small,
        size: smaller,
        colour: colours.muted,
        to: span.to,
      };
    }
    return {
      text: span.text,
      face: span.style === 'bold' ? bold : face,
      size,
      colour: span.style === 'muted' ? colours.muted : colour,
      to: undefined,
    };
  }
}

/** "Page 3" beside the text it belongs to. */
const referenceStyle = { face: 'interRegular', size: 7.8 } as const;

/** Inside a word, a line may end after a hyphen or dash between longer parts. */
const breakable = /(?<=\p{L}{3}[-–/])(?=\p{L}{3})/u;

/** White space is one space (a no-break space stays); controls and characters without a look of their own go. */
function clean(text: string): string {
  return text
    .replace(/[\t\n\v\f\r ]+/gu, ' ')
    .replace(/\p{Cc}|(?!\u00ad)\p{Default_Ignorable_Code_Point}/gu, '');
}
