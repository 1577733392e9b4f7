import type { AttributeValue } from '#data/formats/plain-graph/plain-graph.ts';
import { parseNumber } from '#data/formats/plain-graph/number-text.ts';

export type AttributeType = 'text' | 'number' | 'boolean' | 'list';

/**
 * A value as its declared type says. A number that is none (INF, NaN, a word) stays the text that it is, so that
 * nothing is lost. Undefined: an empty value that is not a text.
 */
export function attributeOfText(text: string, type: AttributeType): AttributeValue | undefined {
  if (type === 'text') return text;
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (type === 'number') return parseNumber(trimmed) ?? trimmed;
  if (type === 'boolean') return booleanOf(trimmed) ?? trimmed;
  return listOfText(trimmed);
}

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}

/** A list as programs write it: [a, b], ["a", 'b'], a|b, else a, b or a; b. */
export function listOfText(text: string): string[] {
  if (text.startsWith('[') && text.endsWith(']')) return bracketList(text.slice(1, -1));
  const separator = text.includes('|') ? '|' : /[,;]/u;
  return text
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Items of a bracketed list: quoted ones with backslash escapes, bare ones up to the next comma. Linear. */
function bracketList(inner: string): string[] {
  const items: string[] = [];
  let at = 0;
  while (at < inner.length) {
    const character = inner.charAt(at);
    if (character === '"' || character === "'") {
      const { item, end } = quotedItem(inner, at);
      items.push(item);
      at = nextComma(inner, end) + 1;
    } else if (/[\s,]/u.test(character)) {
      at += 1;
    } else {
      const end = nextComma(inner, at);
      items.push(inner.slice(at, end).trim());
      at = end + 1;
    }
  }
  return items;
}

function nextComma(text: string, from: number): number {
  const at = text.indexOf(',', from);
  return at < 0 ? text.length : at;
}

function quotedItem(text: string, start: number): { item: string; end: number } {
  const quote = text.charAt(start);
  const parts: string[] = [];
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== quote) {
    if (text.charAt(at) === '\\') at += 1;
    parts.push(text.charAt(at));
    at += 1;
  }
  return { item: parts.join(''), end: at + 1 };
}
