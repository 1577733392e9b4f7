import { ApiError } from '#api/errors.ts';

/** Fewer digits always stand for a number that is kept exactly. */
const digitsLooked = 16;

/**
 * What a parser of JSON takes in silence and does not keep: a name that stands twice in one object (the first value
 * goes), a whole number of more digits than JSON's numbers hold (it is rounded), the name __proto__; and nesting deeper
 * than the limit. That the text is JSON at all the parser says.
 *
 * Errors   JSON_NOT_VALID, VALUE_NOT_VALID
 * Cost     O(length)
 */
export function checkJsonText(text: string, depthLimit: number): void {
  const open: (Set<string> | null)[] = [];
  let [from, to] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '"') {
      from = at;
      at = endOfWord(text, at);
      to = at + 1;
    } else if ('{['.includes(sign)) {
      if (open.length === depthLimit) {
        throw new ApiError('JSON_NOT_VALID', `The body is nested deeper than ${depthLimit} levels.`);
      }
      open.push(null);
    } else if ('}]'.includes(sign)) {
      open.pop();
    } else if (sign === ':') {
      open.push(withName(open.pop() ?? null, text.slice(from, to)));
    } else if (sign >= '0' && sign <= '9') {
      at = checkedNumber(text, at);
    }
  }
}

/** Where the quote stands that ends a word: the next one before which there is an even number of backslashes. */
function endOfWord(text: string, start: number): number {
  for (let end = start + 1; ; end++) {
    end = text.indexOf('"', end);
    if (end === -1) return text.length;
    let before = end;
    while (text[before - 1] === '\\') before--;
    if ((end - before) % 2 === 0) return end;
  }
}

function withName(names: Set<string> | null, word: string): Set<string> {
  const name = word.includes('\\') ? readWord(word) : word.slice(1, -1);
  if (name === '__proto__') {
    throw new ApiError('VALUE_NOT_VALID', 'A field is named __proto__; any other name is accepted.');
  }
  if (names?.has(name) === true) {
    throw new ApiError(
      'JSON_NOT_VALID',
      `The field ${JSON.stringify(name.slice(0, 200))} stands twice in one object.`,
      'Each field once.',
    );
  }
  return (names ?? new Set<string>()).add(name);
}

function readWord(word: string): string {
  try {
    return String(JSON.parse(word));
  } catch {
    return word;
  }
}

/** The place of the last sign of the number that the digit stands in. */
function checkedNumber(text: string, at: number): number {
  let end = at;
  while (/[\d.eE+-]/u.test(text[end + 1] ?? '')) end++;
  const number = text.slice(at, end + 1);
  if (number.length >= digitsLooked && /^\d+$/u.test(number) && !Number.isSafeInteger(Number(number))) {
    throw new ApiError(
      'VALUE_NOT_VALID',
      `The number ${number.slice(0, 200)} has more digits than JSON’s numbers keep exactly.`,
      `Whole numbers to ${Number.MAX_SAFE_INTEGER}; an identifier as text, in quotes.`,
    );
  }
  return end;
}
