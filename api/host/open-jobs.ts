import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobJournal } from '#api/host/job-journal.ts';
import { LocalJobs } from '#api/host/local-jobs.ts';
import { version } from '#api/version.ts';
import type { JobStore } from '#data/store/job-port.ts';
import { openSharedJobs } from '#data/store/open-shared-jobs.ts';
import type { StorePlace } from '#data/store/store-url.ts';

/**
 * Where the jobs of a server are: in a store that many processes may serve, or in this process alone. Processes share
 * work where they share the data folder, at the same path, in the same version: results are files, and a result must be
 * the same whoever makes it.
 *
 * Errors   those of the store
 */
export async function openJobs(url: string, place: StorePlace, dataFolder: string): Promise<JobStore> {
  const shared = openSharedJobs(url, place, async () =>
    [await folderId(dataFolder), dataFolder, version].join(' '),
  );
  return (await shared) ?? new LocalJobs(new JobJournal(dataFolder));
}

/** A word that a folder keeps, by which two machines know that theirs is the same. */
async function folderId(folder: string): Promise<string> {
  const path = join(folder, 'folder-id');
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(path, randomUUID(), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return await readFile(path, 'utf8');
}
