import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ApiError } from '#api/errors.ts';
import { diskFull } from '#api/services/disk-full.ts';

/**
 * Writes a file whole or not at all: into a temporary neighbour, to the disk, then renamed over the target. A link keeps
 * leading where it led; what is no file (/dev/stdout, a named pipe) is written into.
 *
 * Errors   FILE_NOT_WRITABLE, DISK_FULL, with nothing left behind.
 */
export async function writeWhole(
  path: string,
  bytes: Uint8Array | string | AsyncIterable<Uint8Array>,
): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there && !there.isFile() && !there.isDirectory()) {
    await writeFile(path, bytes).catch((error: unknown) => {
      throw notWritten(path, error);
    });
    return;
  }
  const target = there ? await realpath(path) : path;
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    // Where even the removal fails (the folder is a file, the disk is gone), the first failure is the one to tell.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw notWritten(path, error);
  }
}

function notWritten(path: string, error: unknown): Error {
  return (
    diskFull(error, path) ??
    new ApiError('FILE_NOT_WRITABLE', `${path} could not be written: ${reason(error, path)}`)
  );
}

/** The system's words name the temporary file; the usual causes are said of the file that was asked for. */
function reason(error: unknown, path: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const folder = dirname(path);
  switch (code) {
    case 'ENOENT':
      return `the folder ${folder} does not exist; a folder that exists is accepted.`;
    case 'ENOTDIR':
      return `${folder} is no folder; a folder that exists is accepted.`;
    case 'EISDIR':
      return 'it is a folder; the name of a file is accepted.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `nothing may be written into the folder ${folder}.`;
    case undefined:
    default:
      return message;
  }
}
