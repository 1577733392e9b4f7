import { InputError } from '#data/errors.ts';
import type { Format, InputFile, ReadOptions } from '#data/formats/format.ts';
import type { HistoryEntry } from '#data/formats/weft/history.ts';
import { formats } from '#data/formats/registry.ts';
import { accepted, recognize } from '#data/ingest/recognize.ts';
import type { NetworkData } from '#data/model/network-data.ts';
import type { Problem } from '#data/model/problem.ts';

export interface FilesRead {
  /** The id of the format that was read. */
  readonly format: string;
  readonly data: NetworkData;
  /** Whether the ids of the records are Weft's own: the file was written by it. */
  readonly ownIds: boolean;
  readonly notes: readonly Problem[];
  /** Rows left out because skipBadRows asked for it. */
  readonly omitted: readonly Problem[];
  /** The log that led to the records, where it was asked for and is there. */
  readonly history?: readonly HistoryEntry[];
  /** What the file calls its network, where it does. */
  readonly title?: string;
}

/** Formats whose files may come together; the first that any file has reads them all. */
const tableFormats: readonly string[] = ['kumu', 'xlsx', 'csv'];

/**
 * Reads the files of one network together: the format by their content (or as given), tables by the mapping or their
 * headers.
 *
 * Output   records whose ids are the files' own; notes in the order of their places.
 * Errors   INPUT_NOT_VALID (InputError) with every problem found
 */
export async function readFiles(
  files: readonly InputFile[],
  options: Partial<ReadOptions> & { readonly format?: string | undefined } = {},
): Promise<FilesRead> {
  const format = formatOf(files, options.format);
  const result = await format.read?.(files, readOptions(options));
  if (result === undefined) throw notReadable(format.id);
  const { data, problems } = result;
  if (problems.some(({ severity }) => severity === 'error')) throw new InputError(problems);
  return {
    format: format.id,
    data,
    ownIds: result.ownIds ?? false,
    notes: problems.filter((problem) => problem.omitted !== true),
    omitted: problems.filter((problem) => problem.omitted === true),
    ...(result.history === undefined ? {} : { history: result.history }),
    ...(result.title === undefined ? {} : { title: result.title }),
  };
}

function readOptions({ mapping, skipBadRows, source, history, signal }: Partial<ReadOptions>): ReadOptions {
  return {
    ...(mapping === undefined ? {} : { mapping }),
    skipBadRows: skipBadRows ?? false,
    source: source ?? mapping?.source ?? 'file',
    history: history ?? false,
    signal: signal ?? new AbortController().signal,
  };
}

/** The format of files together. Errors: INPUT_NOT_VALID */
export function formatOf(files: readonly InputFile[], wanted: string | undefined): Format {
  if (files.length === 0)
    throw new InputError([
      { severity: 'error', code: 'NO_FILE', message: 'No file is given; one or more are accepted.' },
    ]);
  if (wanted !== undefined) {
    const named = formats.find(({ id, read }) => id === wanted && read !== undefined);
    if (named === undefined) throw notReadable(wanted);
    return named;
  }
  const found = files.map((file) => ({ file, format: recognize(file) }));
  const unknown = found.flatMap(({ format }) => ('severity' in format ? [format] : []));
  if (unknown.length > 0) throw new InputError(unknown);
  const known = found.flatMap(({ format }) => ('severity' in format ? [] : [format]));
  const [first] = known;
  if (first !== undefined && known.every((format) => format === first)) return first;
  const tables = tableFormats.find((id) => known.some((format) => format.id === id));
  const together = formats.find(({ id }) => id === tables);
  if (together !== undefined && known.every(({ id }) => tableFormats.includes(id))) return together;
  throw new InputError([
    {
      severity: 'error',
      code: 'FORMATS_MIXED',
      message: `The files are of several formats (${found.map(({ file, format }) => `“${file.name}”: ${'severity' in format ? '?' : format.id}`).join(', ')}); files of one format are accepted together.`,
    },
  ]);
}

function notReadable(id: string): InputError {
  return new InputError([
    {
      severity: 'error',
      code: 'FORMAT_UNKNOWN',
      value: id,
      message: `“${id}” is no format that Weft reads. ${accepted()}`,
    },
  ]);
}
