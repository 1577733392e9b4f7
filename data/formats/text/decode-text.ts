import { type InputProblems } from '#data/formats/input-problems.ts';
import { cp852 } from '#data/formats/text/cp852.ts';

const byteLimit = 200 * 1024 * 1024;
/** Enough to notice that bytes are no text. */
const head = 65_536;

/**
 * The text of a file whose format names no encoding: UTF-8 or UTF-16 by its mark, else UTF-8, else Latin-1
 * (as Windows writes it) or CP852 (as DOS programs of Central Europe wrote it), said in a note.
 * Errors: EMPTY_FILE, TOO_LARGE, NOT_TEXT, ENCODING_NOT_VALID.
 */
export function decodeText(bytes: Uint8Array, problems: InputProblems): string {
  refuseHopeless(bytes, problems);
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeMarked(bytes, marked, problems);
  if (bytes.subarray(0, head).includes(0)) {
    problems.fatal(
      'NOT_TEXT',
      {},
      'The file holds zero bytes: it is binary, not text. A text file is accepted.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const dos = looksLikeCp852(bytes);
    const name = dos ? 'CP852 (DOS, Central Europe)' : 'Latin-1 (Windows-1252)';
    problems.note('ENCODING', {}, `The file is not UTF-8; it was read as ${name}.`);
    return dos ? cp852(bytes) : new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A file that names its encoding must keep to it: nothing is put in the place of what is wrong. */
function decodeMarked(bytes: Uint8Array, encoding: string, problems: InputProblems): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const upToFault = new TextDecoder(encoding).decode(bytes).split('\uFFFD', 1)[0] ?? '';
    return problems.fatal(
      'ENCODING_NOT_VALID',
      { line: upToFault.split(/\r\n|\r|\n/u).length },
      `The file begins with the mark of ${encoding.toUpperCase()}, but here it is not ${encoding.toUpperCase()}; a file that keeps to its encoding is accepted.`,
    );
  }
}

/** Refuses an empty file and one larger than what a reader takes. */
export function refuseHopeless(bytes: Uint8Array, problems: InputProblems): void {
  if (bytes.length === 0) problems.fatal('EMPTY_FILE', {}, 'The file is empty: 0 bytes.');
  if (bytes.length > byteLimit) {
    problems.fatal('TOO_LARGE', {}, `The file has ${bytes.length} bytes; up to ${byteLimit} are accepted.`);
  }
}

/** The encoding that a byte order mark names. */
export function markedEncoding(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Letters of CP852 lie where Latin-1 has controls; Windows puts quotes there, which do not stand inside words. */
function looksLikeCp852(bytes: Uint8Array): boolean {
  const isLetter = (byte: number | undefined): boolean =>
    byte !== undefined && ((byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122));
  return bytes.some(
    (byte, at) =>
      byte >= 0x80 && byte <= 0x9f && byte !== 0x92 && (isLetter(bytes[at - 1]) || isLetter(bytes[at + 1])),
  );
}
