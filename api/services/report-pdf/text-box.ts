import type { Box } from '#api/services/report-pdf/box.ts';
import type { TextStyle } from '#api/services/report-pdf/text-style.ts';
import type { Line, Typesetter } from '#api/services/report-pdf/typesetter.ts';
import type { Prose } from '#viz/report/report-document.ts';

interface TextOptions {
  /** Space above. */
  readonly before?: number;
  /** Structure type. */
  readonly tag?: string;
  readonly keepWithNext?: boolean;
}

/** A paragraph or heading. */
export function textBox(
  typesetter: Typesetter,
  prose: Prose,
  style: TextStyle,
  width: number,
  options: TextOptions = {},
): Box {
  return linesBox(typesetter.lines(prose, style, width), style, options);
}

export function linesBox(lines: readonly Line[], style: TextStyle, options: TextOptions = {}): Box {
  return {
    height: lines.length * style.leading,
    before: options.before ?? 0,
    keepWithNext: options.keepWithNext ?? false,
    draw: (pen, x, y) => {
      if (lines.length === 0) return;
      const element = pen.element(options.tag ?? 'P');
      element.add(() => pen.lines(lines, style, x, y));
      pen.links(lines, style, x, y, element);
    },
  };
}
