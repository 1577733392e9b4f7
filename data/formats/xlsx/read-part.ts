import { isUtf8 } from 'node:buffer';
import { InputError } from '#data/errors.ts';
import { InputProblems } from '#data/formats/input-problems.ts';
import type { Zip } from '#data/formats/xlsx/open-zip.ts';
import { readXml, type XmlElement } from '#data/formats/xml/read-xml.ts';

export interface PartHandlers {
  readonly open?: (element: XmlElement) => void;
  readonly close?: (element: XmlElement) => void;
  readonly text?: (text: string) => void;
}

/**
 * Reads one XML part of a workbook; false if the workbook has none of that name. Bytes in it that are not UTF-8 are
 * read as Latin-1, with a note; everything else that readXml refuses names the part.
 */
export async function readPart(
  zip: Zip,
  name: string,
  handlers: PartHandlers,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<boolean> {
  const bytes = await zip.part(name);
  if (bytes === undefined) return false;
  const nothing = (): void => undefined;
  const whole = { open: nothing, close: nothing, text: nothing, ...handlers };
  const own = new InputProblems(problems.file);
  try {
    readXml({ name: problems.file, bytes: mendUtf8(bytes, name, problems) }, whole, own, signal);
  } catch (error) {
    const found = own.list().find(({ severity }) => severity === 'error');
    if (!(error instanceof InputError) || found === undefined) throw error;
    const line = found.line === undefined ? '' : ` line ${found.line}`;
    problems.fatal(
      found.code,
      { record: `${name}${line}` },
      `In the workbook's part ${name}: ${found.message}`,
    );
  }
  return true;
}

/** Some programs write Latin-1 bytes into a part that says UTF-8: those bytes alone are read as Latin-1. */
function mendUtf8(bytes: Uint8Array, part: string, problems: InputProblems): Uint8Array {
  const utf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff) ||
    bytes[0] === 0 ||
    bytes[1] === 0;
  if (utf16) return bytes;
  if (isUtf8(bytes)) return bytes;
  const latin = new TextDecoder('windows-1252').decode(bytes);
  const mended = latin.replace(/[\u0080-\uffff]+/gu, (run) => {
    const raw = rawOf(run);
    return isUtf8(raw) ? new TextDecoder().decode(raw) : run;
  });
  problems.note(
    'ENCODING',
    { record: part },
    'The workbook holds bytes that are not UTF-8; they were read as Latin-1 (Windows-1252).',
  );
  return new TextEncoder().encode(mended);
}

const windows = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(at + 128)),
    at + 128,
  ]),
);

function rawOf(run: string): Uint8Array {
  return Uint8Array.from(Array.from(run, (char) => windows.get(char) ?? 63));
}
