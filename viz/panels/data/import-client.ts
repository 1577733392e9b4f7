import type { z } from 'zod';
import type { importSchema, Preview } from '#api/contract/files.ts';
import type { ProblemDetail } from '#api/contract/problems.ts';
import { runJob, type Tell } from '#viz/client/jobs.ts';
import { newWord } from '#viz/client/new-id.ts';
import { networkPath } from '#viz/client/records.ts';
import { asFailure } from '#viz/client/request.ts';

export type { Preview };
export type Imported = z.infer<typeof importSchema>;
export type PreviewTable = Preview['tables'][number];

/** What a table holds, as a person has corrected it. */
export interface TableChoice {
  readonly file: string;
  readonly sheet?: string;
  /** '' : leave the table out. */
  readonly is: string;
  /** Column → field; '' keeps it as a custom field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What a dry run says: what would be stored, or what is wrong. */
export interface DryRun {
  /** null: errors are left. */
  readonly outcome: Imported | null;
  readonly problems: readonly ProblemDetail[];
}

export async function previewFiles(
  network: string,
  files: readonly File[],
  signal: AbortSignal,
  tell: Tell,
): Promise<Preview> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const { value, job } = await runJob<Preview>(
    `${networkPath(network)}/imports/preview`,
    { method: 'POST', body: form, signal },
    tell,
  );
  return value ?? (job?.outcome as Preview);
}

export interface Sent {
  readonly files: readonly File[];
  /** null: the headers say it all. */
  readonly choices: readonly TableChoice[] | null;
  readonly skipBadRows: boolean;
}

/** Runs an import without storing anything. Errors: RequestFailed for all but problems of the files */
export async function dryRun(network: string, sent: Sent, signal: AbortSignal, tell: Tell): Promise<DryRun> {
  try {
    const outcome = await send(network, sent, true, signal, tell);
    return { outcome, problems: [...outcome.omitted, ...outcome.notes] as readonly ProblemDetail[] };
  } catch (error) {
    const failed = asFailure(error);
    if (failed.code !== 'INPUT_NOT_VALID') throw error;
    return { outcome: null, problems: failed.problem?.errors ?? [{ message: failed.message }] };
  }
}

export function importFiles(network: string, sent: Sent, signal: AbortSignal, tell: Tell): Promise<Imported> {
  return send(network, sent, false, signal, tell);
}

async function send(
  network: string,
  { files, choices, skipBadRows }: Sent,
  dry: boolean,
  signal: AbortSignal,
  tell: Tell,
): Promise<Imported> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  if (choices !== null) form.append('mapping', JSON.stringify(mappingOf(choices)));
  if (skipBadRows) form.append('skipBadRows', 'true');
  if (dry) form.append('dryRun', 'true');
  const { value, job } = await runJob<Imported>(
    `${networkPath(network)}/imports?wait=5`,
    { method: 'POST', body: form, signal, headers: { 'idempotency-key': newWord() } },
    tell,
  );
  return value ?? (job?.outcome as Imported);
}

/** A mapping as `weft analyze --map` takes it too. */
export function mappingOf(choices: readonly TableChoice[]): { readonly tables: readonly unknown[] } {
  return {
    tables: choices
      .filter(({ is }) => is !== '')
      .map(({ file, sheet, is, fields }) => ({
        file,
        ...(sheet === undefined ? {} : { sheet }),
        is,
        columns: Object.fromEntries(
          Object.entries(fields)
            .filter(([, field]) => field !== '')
            .map(([column, field]) => [field, column]),
        ),
      })),
  };
}
