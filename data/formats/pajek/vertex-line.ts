import { parseNumber } from '#data/formats/plain-graph/number-text.ts';
import type { PajekToken } from '#data/formats/pajek/pajek-tokens.ts';

/** Words that begin the drawing part of a node's line. */
const drawing = new Set([
  ...['ellipse', 'box', 'diamond', 'triangle', 'cross', 'empty', 'house', 'man', 'woman', 'circle'],
  ...[
    'x_fact',
    'y_fact',
    's_size',
    'phi',
    'r',
    'q',
    'ic',
    'bc',
    'bw',
    'lc',
    'la',
    'lr',
    'lphi',
    'fos',
    'font',
    'hook',
    'url',
    'shape',
  ],
]);

/** What stands on a node's line after its number. */
export interface VertexLine {
  readonly label?: string;
  /** When the node is there, as written: [1-3,5]. */
  readonly time?: string;
  /** Whether positions, shapes or colours stood on the line. */
  readonly drawn: boolean;
  /** Whether the label was several words without quotes. */
  readonly unquoted: boolean;
}

/**
 * The label, time and drawing of a node. A label without quotes ends where the drawing begins: two numbers in a row
 * (its position), a word of Pajek's drawing language, or a time in brackets.
 */
export function vertexLine(tokens: readonly PajekToken[]): VertexLine {
  const [first] = tokens;
  if (first === undefined) return { drawn: false, unquoted: false };
  let end = 1;
  if (!first.quoted) while (end < tokens.length && !isDrawing(tokens, end)) end += 1;
  const label = tokens
    .slice(0, end)
    .map((token) => token.text)
    .join(' ');
  const rest = tokens.slice(end);
  const time = timeOf(rest);
  return {
    label,
    ...(time === undefined ? {} : { time }),
    drawn: rest.some((token) => !token.text.startsWith('[')),
    unquoted: end > 1,
  };
}

/** A time in brackets, which may be written with blanks. */
export function timeOf(tokens: readonly PajekToken[]): string | undefined {
  const text = tokens.map((token) => (token.quoted ? '' : token.text)).join(' ');
  const start = text.indexOf('[');
  const end = start < 0 ? -1 : text.indexOf(']', start);
  return end < 0 ? undefined : text.slice(start, end + 1);
}

function isDrawing(tokens: readonly PajekToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.quoted) return true;
  if (token.text.startsWith('[') || drawing.has(token.text.toLowerCase())) return true;
  const next = tokens[at + 1];
  return parseNumber(token.text) !== undefined && next !== undefined && parseNumber(next.text) !== undefined;
}
