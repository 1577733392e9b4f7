import { InputError } from '#data/errors.ts';
import type { InputFile, ReadOptions } from '#data/formats/format.ts';
import { type FilesRead, readFiles } from '#data/ingest/read-files.ts';
import type { Problem } from '#data/model/problem.ts';

/** A file of that name and text. */
export function textFile(name: string, text: string): InputFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** Reads one CSV text, or several by name. */
export function readText(
  texts: string | Readonly<Record<string, string>>,
  options: Partial<ReadOptions> & { readonly format?: string } = {},
): Promise<FilesRead> {
  const files = typeof texts === 'string' ? { 'table.csv': texts } : texts;
  return readFiles(
    Object.entries(files).map(([name, text]) => textFile(name, text)),
    options,
  );
}

/** The problems of a refused reading; fails if it was not refused. */
export async function refusal(reading: Promise<unknown>): Promise<readonly Problem[]> {
  const outcome = await reading.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(outcome instanceof InputError)) throw new Error(`not refused as input: ${String(outcome)}`);
  return outcome.problems.filter(({ severity }) => severity === 'error');
}
