import { InputError } from '#data/errors.ts';
import type { Format, ReadResult } from '#data/formats/format.ts';
import type { Problem } from '#data/model/problem.ts';

/** Reads one or several texts (or bytes) as files of a format. */
export async function readText(
  format: Format,
  contents: string | Uint8Array | Readonly<Record<string, string | Uint8Array>>,
  skipBadRows = false,
): Promise<ReadResult> {
  const named =
    typeof contents === 'string' || contents instanceof Uint8Array ? { file: contents } : contents;
  const files = Object.entries(named).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
  if (format.read === undefined) throw new Error(`${format.id} is not read`);
  return format.read(files, { skipBadRows, source: 'file', signal: new AbortController().signal });
}

/** A result without the ids of the source, which every record of a plain graph has beside its own. */
export async function readPlain(...given: Parameters<typeof readText>): Promise<ReadResult> {
  const { data, problems } = await readText(...given);
  const without = <T extends { external?: unknown }>(records: readonly T[]): T[] =>
    records.map((record) => {
      const copy = { ...record };
      delete copy.external;
      return copy;
    });
  const organizations = without(data.organizations);
  return { data: { ...data, organizations, relationships: without(data.relationships) }, problems };
}

/** The first error with which a content is refused, and how long that took. */
export async function refusal(
  format: Format,
  contents: Parameters<typeof readText>[1],
): Promise<{ error: Problem; seconds: number }> {
  const start = performance.now();
  try {
    await readText(format, contents);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const first = error.problems.find((problem) => problem.severity === 'error');
    if (first !== undefined) return { error: first, seconds: (performance.now() - start) / 1000 };
  }
  throw new Error('The content was not refused.');
}
