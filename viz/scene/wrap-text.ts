import { textWidth, type Face } from '#viz/scene/text-width.ts';

/** A text in lines, and the room that they take. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly face: Face;
}

export const lineHeight = 1.16;

/** One line, or two of nearly the same width when one would be wider than `most`; what still is too long is cut by "…". */
export function wrapText(text: string, size: number, face: Face, most: number): TextBlock {
  const whole = text.trim().replace(/\s+/g, ' ');
  if (textWidth(whole, size, face) <= most) return block([whole], size, face);
  return block(
    balanced(whole, size, face).map((line) => shorten(line, size, face, most)),
    size,
    face,
  );
}

/** The text cut to a width, "…" for what is missing. */
export function shorten(text: string, size: number, face: Face, most: number): string {
  if (textWidth(text, size, face) <= most) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, size, face) > most) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

function balanced(text: string, size: number, face: Face): readonly string[] {
  let best: readonly string[] = [text];
  let least = Infinity;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    const lines = [text.slice(0, at), text.slice(at + 1)];
    const width = Math.max(...lines.map((line) => textWidth(line, size, face)));
    if (width < least) {
      least = width;
      best = lines;
    }
  }
  return best;
}

function block(lines: readonly string[], size: number, face: Face): TextBlock {
  const width = Math.max(...lines.map((line) => textWidth(line, size, face)));
  return { lines, width, height: lines.length * size * lineHeight, size, face };
}
