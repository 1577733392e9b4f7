import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';
import { decodeText } from '#data/formats/text/decode-text.ts';

/** How deep a JSON file may nest; none of the formats needs ten. */
export const jsonDepth = 64;
/** How many fields one object may have: as many as a table may have columns. */
export const jsonNames = 2_000;

/**
 * The value of a JSON file. Depth, the number of fields, repeated names, the name __proto__ and halves of surrogate pairs are refused by
 * one pass before the parser runs. Errors: EMPTY_FILE, TOO_LARGE, NOT_TEXT, JSON_DEPTH, JSON_NAME, JSON_NAMES, JSON_SYNTAX,
 * TEXT_NOT_VALID, each with line and column.
 */
export function parseJson(bytes: Uint8Array, problems: InputProblems): unknown {
  const text = decodeText(bytes, problems);
  checkStructure(text, problems);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    refuseSyntax(text, error as Error, problems);
  }
  return value;
}

/** Walks the structure only: brackets, names and strings. Whatever else is wrong the parser will say. */
function checkStructure(text: string, problems: InputProblems): void {
  const open: (Set<string> | undefined)[] = [];
  const mark = /["{}[\]]/gu;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [character] = found;
    if (character === '"') {
      const end = stringEnd(text, found.index);
      checkString(text, found.index, end, open.at(-1), problems);
      mark.lastIndex = end;
    } else if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : undefined);
      if (open.length > jsonDepth) {
        problems.fatal(
          'JSON_DEPTH',
          placeOf(text, found.index),
          `Values are nested more than ${jsonDepth} levels deep; up to ${jsonDepth} are accepted.`,
        );
      }
    } else open.pop();
  }
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function checkString(
  text: string,
  start: number,
  end: number,
  names: Set<string> | undefined,
  problems: InputProblems,
): void {
  const written = text.slice(start, end);
  const escaped = written.includes('\\');
  const value = escaped ? unescaped(written) : written.slice(1, -1);
  if (value === undefined) return;
  if (!value.isWellFormed()) {
    problems.fatal(
      'TEXT_NOT_VALID',
      placeOf(text, start),
      'A text holds half of a surrogate pair; whole characters are accepted.',
      written,
    );
  }
  if (names === undefined || !isName(text, end)) return;
  if (value === '__proto__' || names.has(value)) {
    problems.fatal(
      'JSON_NAME',
      placeOf(text, start),
      value === '__proto__'
        ? 'A field is named __proto__; any other name is accepted.'
        : `The field “${value}” stands twice in one object; each name once is accepted.`,
      value,
    );
  }
  names.add(value);
  if (names.size > jsonNames) {
    problems.fatal(
      'JSON_NAMES',
      placeOf(text, start),
      `An object has more than ${jsonNames} fields; up to ${jsonNames} are accepted.`,
      value,
    );
  }
}

/** A string in an object is a name when a colon follows it. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (/\s/u.test(text.charAt(at))) at += 1;
  return text.charAt(at) === ':';
}

function unescaped(written: string): string | undefined {
  try {
    return JSON.parse(written) as string;
  } catch {
    return undefined;
  }
}

function placeOf(text: string, at: number): InputPlace {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: String(at - before.lastIndexOf('\n')) };
}

function refuseSyntax(text: string, error: Error, problems: InputProblems): never {
  const at = /at position (\d+)/u.exec(error.message)?.[1];
  const end = /end of JSON/u.test(error.message);
  const place = placeOf(text, at === undefined ? text.length : Number(at));
  const what = error.message.replace(/ in JSON at position.*$/u, '').replace(/, "[^]*$/u, '');
  return problems.fatal(
    'JSON_SYNTAX',
    place,
    end
      ? 'The JSON ends before it is complete; a whole file is accepted.'
      : `The file is not valid JSON: ${what.slice(0, 200)}.`,
  );
}
