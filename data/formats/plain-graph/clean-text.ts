import { type InputPlace, type InputProblems } from '#data/formats/input-problems.ts';

// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u;
// eslint-disable-next-line no-control-regex -- plain ASCII is in NFC and needs no second look
const ascii = /^[\u0000-\u007f]*$/u;

/** Words that stand for an absent value. */
const absent = new Set(['', 'NA', 'N/A', 'na', 'n/a']);

/**
 * A text as records hold it: in Unicode NFC (a note counts what was not), without control characters, not longer
 * than max. Undefined when it is refused (a row error with its place).
 */
export function cleanText(
  text: string,
  what: string,
  max: number,
  place: InputPlace,
  problems: InputProblems,
): string | undefined {
  if (text.length > max) {
    problems.row(
      'TEXT_TOO_LONG',
      place,
      `${what} has ${text.length} characters; up to ${max} are accepted.`,
      text,
    );
    return undefined;
  }
  const found = control.exec(text);
  if (found !== null || !text.isWellFormed()) {
    const which =
      found === null
        ? 'half of a surrogate pair'
        : `the control character U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.row(
      'TEXT_NOT_VALID',
      place,
      `${what} holds ${which} at character ${(found?.index ?? 0) + 1}; text without control characters is accepted.`,
      JSON.stringify(text),
    );
    return undefined;
  }
  if (ascii.test(text)) return text;
  const normal = text.normalize('NFC');
  if (normal !== text) {
    problems.count('TEXT_NORMALIZED', 'nfc', place, (count) =>
      count === 1 ? '1 text was brought into Unicode NFC.' : `${count} texts were brought into Unicode NFC.`,
    );
  }
  return normal;
}

/** Whether a cell or attribute says that there is no value: empty, or NA. */
export function isAbsent(text: string): boolean {
  return absent.has(text.trim());
}
