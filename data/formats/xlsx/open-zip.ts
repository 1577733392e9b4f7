import { Buffer } from 'node:buffer';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import type { InputProblems } from '#data/formats/input-problems.ts';

export const zipLimits = { entries: 200, bytes: 100_000_000, ratio: 200 } as const;

/** The parts of a zip file whose directory was found harmless. */
export interface Zip {
  readonly names: readonly string[];
  /** The bytes of a part; undefined if there is none of that name. */
  readonly part: (name: string) => Promise<Uint8Array | undefined>;
}

/**
 * Checks the directory of a zip file before anything is unpacked: at most 200 parts, 100 MB, 200 times their packed
 * size, no part twice, none encrypted, no symbolic link. What a part really holds is counted again while it is unpacked.
 * Errors: ZIP_NOT_VALID, ZIP_LIMIT, ENCRYPTED, SIZE_NOT_TRUE.
 */
export async function openZip(bytes: Uint8Array, problems: InputProblems): Promise<Zip> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await orRefuse(problems, () => fromBufferPromise(buffer, { lazyEntries: true }));
  if (zip.entryCount > zipLimits.entries) {
    problems.fatal(
      'ZIP_LIMIT',
      {},
      `The file holds ${zip.entryCount} parts; up to ${zipLimits.entries} are accepted.`,
    );
  }
  const entries = new Map<string, Entry>();
  let total = 0;
  await orRefuse(problems, async () => {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      checkEntry(entry, total, entries, problems);
      entries.set(entry.fileName, entry);
    }
  });
  return {
    names: [...entries.keys()],
    part: async (name) => {
      const entry = entries.get(name);
      return entry === undefined ? undefined : orRefuse(problems, () => inflate(zip, entry), name);
    },
  };
}

function checkEntry(
  entry: Entry,
  total: number,
  entries: ReadonlyMap<string, Entry>,
  problems: InputProblems,
): void {
  const place = { record: entry.fileName.slice(0, 200) };
  if (entries.has(entry.fileName)) {
    problems.fatal('ZIP_NOT_VALID', place, 'A part stands twice in the file; each part once is accepted.');
  }
  if (isSymbolicLink(entry)) {
    problems.fatal(
      'ZIP_NOT_VALID',
      place,
      'A part is a symbolic link to another file; parts that hold their own content are accepted.',
    );
  }
  if ((entry.generalPurposeBitFlag & 1) === 1) {
    problems.fatal('ENCRYPTED', place, 'The file is encrypted; save it without a password.');
  }
  if (
    total > zipLimits.bytes ||
    entry.uncompressedSize > zipLimits.ratio * Math.max(entry.compressedSize, 1_000)
  ) {
    problems.fatal(
      'ZIP_LIMIT',
      place,
      `The part unpacks to ${entry.uncompressedSize} bytes from ${entry.compressedSize}; up to ${zipLimits.bytes} bytes in all and ${zipLimits.ratio} times the packed size are accepted.`,
    );
  }
}

/** As Unix archivers write it: the file's mode in the upper half, of which the first four bits say its sort. */
function isSymbolicLink(entry: Entry): boolean {
  return entry.externalFileAttributes >>> 28 === 0xa;
}

/** Unpacks a part; never more than its directory says. */
async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  const whole = new Uint8Array(entry.uncompressedSize);
  let at = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    if (at + chunk.length > whole.length) {
      stream.destroy();
      throw new Error('it holds more than its directory says');
    }
    whole.set(chunk, at);
    at += chunk.length;
  }
  if (at < whole.length) throw new Error('it holds less than its directory says');
  return whole;
}

async function orRefuse<T>(problems: InputProblems, act: () => Promise<T>, part?: string): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Error) || 'problems' in error) throw error;
    const place = part === undefined ? {} : { record: part };
    return problems.fatal(
      'ZIP_NOT_VALID',
      place,
      `The file is no whole workbook: ${error.message.replace(/\.$/u, '')}. An .xlsx file as a spreadsheet program saves it is accepted.`,
    );
  }
}
