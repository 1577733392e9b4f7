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

/**
 * One line, or as few as are needed (at most `mostLines`) of nearly the same width when one would be wider than
 * `oneLine`; what is wider than `most` even then is cut.
 */
export function wrapText(
  text: string,
  size: number,
  face: Face,
  oneLine: number,
  most = oneLine,
  mostLines = 2,
): TextBlock {
  const whole = text.trim().replace(/\s+/g, ' ');
  let lines: readonly string[] = [whole];
  const widest = (): number => Math.max(...lines.map((line) => textWidth(line, size, face)));
  if (widest() > oneLine) lines = balanced(whole, size, face, 2);
  for (let count = 3; count <= mostLines && widest() > Math.max(oneLine, most); count++)
    lines = balanced(whole, size, face, count);
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

/** Broken at spaces into at most `count` lines, the widest as narrow as can be. */
function balanced(text: string, size: number, face: Face, count: number): readonly string[] {
  let best: readonly string[] = [text];
  let least = Infinity;
  if (count < 2) return best;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
    // "A · Name": the letter stays with its name.
    if (text[at + 1] === '·' || text[at - 1] === '·') continue;
    const first = text.slice(0, at);
    // Wider already than the best of all: so are those that follow.
    if (textWidth(first, size, face) >= least) break;
    const lines = [first, ...balanced(text.slice(at + 1), size, face, count - 1)];
    const width = Math.max(...lines.map((line) => textWidth(line, size, face)));
    if (width < least) {
      least = width;
      best = lines;
    }
  }
  return best;
}
