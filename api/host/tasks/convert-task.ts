import { extname } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { TaskContext } from '#api/host/job.ts';
import type { NetworkRequest } from '#api/services/network-request.ts';
import { readInputFile } from '#api/services/read-file.ts';
import type { Format, Loss } from '#data/formats/format.ts';
import { formats } from '#data/formats/registry.ts';
import { parseMapping } from '#data/ingest/parse-mapping.ts';
import { readFiles } from '#data/ingest/read-files.ts';
import type { Problem } from '#data/model/problem.ts';

export interface ConvertInput extends NetworkRequest {
  readonly out: string;
  readonly to: string | undefined;
}

export interface ConvertOutput {
  /** Names as the user wrote OUT, each file of the format beside it. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly losses: readonly Loss[];
  readonly notes: readonly Problem[];
}

/** Errors: USAGE for a format that is not written; INPUT_NOT_VALID */
export async function convertTask(
  input: ConvertInput,
  { signal, progress }: TaskContext,
): Promise<ConvertOutput> {
  const format = writable(input);
  progress('read', 0);
  const files = await Promise.all(input.files.map(readInputFile));
  const mapping = input.mapFile === undefined ? undefined : parseMapping(await readInputFile(input.mapFile));
  const read = await readFiles(files, {
    format: input.format,
    skipBadRows: input.skipBadRows,
    signal,
    ...(input.source === undefined ? {} : { source: input.source }),
    ...(mapping === undefined ? {} : { mapping }),
  });
  progress('write', 0);
  const written = await format.write(read.data);
  const ending = extname(input.out);
  const stem = input.out.slice(0, input.out.length - ending.length);
  return {
    files: written.files.map(({ suffix, bytes }) => ({
      name: suffix === '' ? input.out : `${stem}${suffix}`,
      bytes,
    })),
    losses: written.losses,
    notes: [...read.notes, ...read.omitted],
  };
}

function writable({ out, to }: ConvertInput): Format & { write: NonNullable<Format['write']> } {
  const writers = formats.flatMap((format) => (format.write ? [{ ...format, write: format.write }] : []));
  const ending = out.toLowerCase();
  const found = writers.find(({ id, extensions }) =>
    to === undefined ? extensions.some((extension) => ending.endsWith(`.${extension}`)) : id === to,
  );
  if (found) return found;
  const ids = writers.map(({ id, extensions }) => `${id} (.${extensions.join(', .')})`).join('; ');
  throw new ApiError(
    'USAGE',
    `${to === undefined ? `The ending of ${out}` : `--to ${to}`} names no format that is written; there are ${ids}.`,
  );
}
