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

/** One line, or two of nearly the same width when one would be wider than `oneLine`; what is wider than `most` is cut. */
export function wrapText(text: string, size: number, face: Face, oneLine: number, most = oneLine): TextBlock {
  const whole = text.trim().replace(/\s+/g, ' ');
  const lines = textWidth(whole, size, face) <= oneLine ? [whole] : balanced(whole, size, face);
  const cut = lines.map((line) => shorten(line, size, face, Math.max(oneLine, most)));
  const width = Math.max(...cut.map((line) => textWidth(line, size, face)));
  return { lines: cut, width, height: cut.length * size * lineHeight, size, face };
}

/** The text cut to a width, "…" for what is missing. */
function shorten(text: string, size: number, face: Face, most: number): string {
  if (textWidth(text, size, face) <= most) return text;
  const characters = Array.from(text);
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
