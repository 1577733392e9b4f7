import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ApiError } from '#api/errors.ts';

/**
 * Writes a file whole or not at all: into a temporary neighbour, to the disk, then renamed over the target.
 *
 * Errors   FILE_NOT_WRITABLE, with nothing left behind.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new ApiError('FILE_NOT_WRITABLE', `${path} could not be written: ${(error as Error).message}`);
  }
}
