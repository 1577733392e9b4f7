import type { InputProblems } from '#data/formats/input-problems.ts';
import type { Zip } from '#data/formats/xlsx/open-zip.ts';
import { readPart } from '#data/formats/xlsx/read-part.ts';

/** Cell styles (by their number) that show a number as a day. */
export async function dateStyles(
  zip: Zip,
  problems: InputProblems,
  signal: AbortSignal,
): Promise<ReadonlySet<number>> {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  await readPart(
    zip,
    'xl/styles.xml',
    {
      open: ({ name, attributes }) => {
        if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
        if (name === 'cellXfs') inCells = true;
        if (name === 'xf' && inCells) styles.push(Number(attributes.numFmtId));
      },
      close: ({ name }) => {
        if (name === 'cellXfs') inCells = false;
      },
    },
    problems,
    signal,
  );
  return new Set(styles.flatMap((format, style) => (showsDay(format, formats.get(format)) ? [style] : [])));
}

/** Built-in day formats, those of East Asian editions among them; else a code with d or y outside quotes and brackets. */
function showsDay(format: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (
      (format >= 14 && format <= 17) ||
      format === 22 ||
      (format >= 27 && format <= 36) ||
      (format >= 50 && format <= 58)
    );
  }
  return /[dy]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));
}

/**
 * The day that a serial number stands for, as 2008-04-30 (with its time, if it has one). Day 60, 29 February 1900,
 * never was. Undefined outside the calendar of a workbook.
 */
export function dayOfSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1) || serial >= 2_958_466) return undefined;
  const days = from1904 ? serial + 1_462 : serial;
  if (Math.floor(days) === 60) return undefined;
  const sinceEpoch = days < 60 ? days - 25_568 : days - 25_569;
  const iso = new Date(Math.round(sinceEpoch * 86_400) * 1_000).toISOString();
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 16);
}
