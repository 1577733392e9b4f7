import type { InputProblems } from '#data/formats/input-problems.ts';
import type { Zip } from '#data/formats/xlsx/open-zip.ts';
import { readPart } from '#data/formats/xlsx/read-part.ts';

/** The strings that cells point to; runs of one string are joined, readings (furigana) left away. */
export async function sharedStrings(
  zip: Zip,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<string[]> {
  const strings: string[] = [];
  let parts: string[] = [];
  let inText = false;
  let inReading = false;
  await readPart(
    zip,
    zip.names.find((name) => /^xl\/sharedStrings\.xml$/iu.test(name)) ?? 'xl/sharedStrings.xml',
    {
      open: ({ name }) => {
        if (name === 'si') parts = [];
        if (name === 'rPh') inReading = true;
        inText = name === 't' && !inReading;
      },
      text: (text) => {
        if (inText) parts.push(text);
      },
      close: ({ name }) => {
        inText = false;
        if (name === 'rPh') inReading = false;
        if (name === 'si') strings.push(unescapeString(parts.join('')));
      },
    },
    problems,
    signal,
  );
  return strings;
}

/** Workbooks write controls as _x000D_ and the underscore before such a text as _x005F_. */
export function unescapeString(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
