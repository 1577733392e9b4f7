import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { hasEnded, type QueuedJob } from '#api/host/queued-job.ts';
import type { ImportInput } from '#api/host/tasks/import-task.ts';
import type { ResultDeps } from '#api/services/kept-results.ts';
import { newId } from '#data/store/uuid-v7.ts';

/** Files that were sent, in a folder that is removed when the import has ended. */
export interface SentFiles {
  readonly folder: string;
  readonly files: readonly { readonly path: string; readonly name: string }[];
}

export interface ImportWords {
  readonly mapping?: string | undefined;
  readonly format?: string | undefined;
  readonly source?: string | undefined;
  readonly skipBadRows?: 'true' | 'false' | undefined;
  readonly dryRun?: 'true' | 'false' | undefined;
}

/**
 * Takes files into a network in the host, or looks at them. Waits some time for the end.
 *
 * Output   the job as it stands; done: its output is the ImportResult, or the Preview
 * Errors   QUEUE_FULL, STOPPING; what the import failed with
 */
export async function takeFiles(
  { queue, storeUrl, storeDirectory }: ResultDeps,
  slug: string,
  { folder, files }: SentFiles,
  words: ImportWords,
  {
    operation,
    waitSeconds,
    task = 'import',
  }: {
    readonly operation: string | null;
    readonly waitSeconds: number;
    /** preview: they are looked at only. */
    readonly task?: 'import' | 'preview';
  },
): Promise<QueuedJob> {
  try {
    const mapFile = words.mapping === undefined ? undefined : join(folder, 'mapping.json');
    if (mapFile !== undefined) await writeFile(mapFile, words.mapping ?? '');
    const input: ImportInput = {
      files: files.map(({ path }) => path),
      names: files.map(({ name }) => basename(name)),
      mapFile,
      format: words.format,
      source: words.source,
      skipBadRows: words.skipBadRows === 'true',
      store: storeUrl,
      directory: storeDirectory,
      network: slug,
      dryRun: words.dryRun === 'true',
      author: 'import',
      ...(operation === null ? {} : { operation }),
    };
    const job = await queue.submit({
      kind: 'import',
      network: slug,
      key: newId(),
      job: { task, input },
      result: null,
    });
    const ended = queue.ended(job.id).then(() => remove(folder));
    await Promise.race([ended, queue.wait(job.id, waitSeconds * 1000)]);
    const now = (await queue.get(job.id)) ?? job;
    if (hasEnded(now)) await ended;
    if (now.error && hasEnded(now)) throw now.error;
    return now;
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
