import { type InputProblems } from '#data/formats/input-problems.ts';
import { markedEncoding, refuseHopeless } from '#data/formats/text/decode-text.ts';

/** Encodings that an XML declaration may name; others (UTF-7 among them) are refused. */
const accepted = /^(utf-?8|utf-?16(le|be)?|us-ascii|iso-8859-\d{1,2}|windows-125\d)$/iu;

/**
 * The text of an XML file by its byte order mark, else by the encoding it declares, else UTF-8.
 * Errors: EMPTY_FILE, TOO_LARGE, ENCODING_NOT_ACCEPTED, ENCODING_NOT_VALID (with the line of the first bad byte).
 */
export function decodeXml(bytes: Uint8Array, problems: InputProblems): string {
  refuseHopeless(bytes, problems);
  const encoding = markedEncoding(bytes) ?? unmarkedUtf16(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  if (!accepted.test(encoding)) {
    problems.fatal(
      'ENCODING_NOT_ACCEPTED',
      { line: 1 },
      `The file declares the encoding “${encoding}”; UTF-8, UTF-16, ISO-8859 and Windows-125x are accepted.`,
      encoding,
    );
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuseBytes(bytes, encoding, problems);
  }
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']{1,40})["']/u.exec(head)?.[1];
}

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  return undefined;
}

function refuseBytes(bytes: Uint8Array, encoding: string, problems: InputProblems): never {
  const upToFault = new TextDecoder(encoding).decode(bytes).split('\uFFFD', 1)[0] ?? '';
  const lines = upToFault.split(/\r\n|\r|\n/u);
  return problems.fatal(
    'ENCODING_NOT_VALID',
    { line: lines.length, column: String((lines.at(-1)?.length ?? 0) + 1) },
    `A byte here is not ${encoding.toUpperCase()}; the file must be in the encoding that it declares (UTF-8 if none).`,
  );
}
