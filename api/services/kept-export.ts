import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ApiError } from '#api/errors.ts';
import { resultKey } from '#api/host/result-files.ts';
import type { AboutExport, ExportInput } from '#api/host/tasks/export-task.ts';
import { findNetwork } from '#api/services/find-network.ts';
import { endedJob, type Kept, type ResultDeps } from '#api/services/kept-results.ts';
import { writtenIds } from '#data/formats/written-ids.ts';

/**
 * A network as a file of some format, known by its revision or made by a job.
 *
 * Errors   NOT_FOUND, FORMAT_NOT_WRITABLE, QUEUE_FULL; what the job failed with
 */
export async function keptExport(
  deps: ResultDeps,
  slug: string,
  format: string,
  waitSeconds: number,
): Promise<Kept & { about: AboutExport | null }> {
  if (!writtenIds.includes(format)) {
    throw new ApiError(
      'FORMAT_NOT_WRITABLE',
      `${JSON.stringify(format)} is no format that Weft writes.`,
      `${writtenIds.join(', ')}.`,
    );
  }
  const { id, head } = await findNetwork(deps.store, slug);
  const key = resultKey({ export: format, network: id, slug, head, sources: deps.sources });
  const path = deps.files.path(id, key, 'export');
  let about = (await deps.files.has(path)) ? await aboutOf(path) : null;
  if (about === null) {
    await mkdir(dirname(path), { recursive: true });
    deps.files.makeRoom();
    const stored = { store: deps.storeUrl, storeDirectory: deps.storeDirectory, slug, revision: head };
    const job = await deps.queue.submit({
      kind: 'export',
      network: slug,
      key,
      job: { task: 'export', input: { stored, format, path } satisfies ExportInput },
      result: `/api/v1/networks/${slug}/exports/${format}`,
    });
    const running = await endedJob(deps.queue, job, waitSeconds);
    if (running) return { key, path, job: running, about: null };
    about = await aboutOf(path);
  }
  if (about === null) throw new ApiError('NOT_FOUND', 'The file is not kept any more.', 'Ask for it again.');
  return { key, path, job: null, about };
}

/** What is kept about an exported file; null: it is not there, or damaged. */
async function aboutOf(path: string): Promise<AboutExport | null> {
  try {
    return JSON.parse(await readFile(`${path}.about`, 'utf8')) as AboutExport;
  } catch {
    return null;
  }
}
