import { DataError } from '#data/errors.ts';

/** What XML 1.0 cannot hold, in any notation. */
// eslint-disable-next-line no-control-regex -- finding control characters is what it is for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/u;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * A text as the value of an XML attribute, without its quotes. where names the record and field for the message.
 * Errors: RECORD_NOT_VALID for a character that XML 1.0 cannot hold.
 */
export function xmlAttribute(text: string, where: string): string {
  const found = forbidden.exec(text);
  if (found !== null || !text.isWellFormed()) {
    const which =
      found === null
        ? 'half of a surrogate pair'
        : `the character U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    throw new DataError(
      'RECORD_NOT_VALID',
      `${where} holds ${which}, which XML 1.0 cannot hold; remove it from the record.`,
    );
  }
  return text.replace(/[&<>"\t\n\r]/gu, (character) => escapes[character] ?? character);
}
