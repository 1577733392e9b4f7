import { readFile as read, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { InputFile } from '#data/formats/format.ts';

/** The largest file that is read at all. */
export const fileLimitBytes = 1_000_000_000;

/** Errors: FILE_NOT_READABLE */
export async function readInputFile(path: string): Promise<InputFile> {
  try {
    const { size } = await stat(path);
    if (size > fileLimitBytes) {
      throw new Error(`it has ${size} bytes; accepted are ${fileLimitBytes}`);
    }
    return { name: basename(path), bytes: await read(path) };
  } catch (error) {
    throw new ApiError('FILE_NOT_READABLE', `${path} could not be read: ${(error as Error).message}.`);
  }
}

export async function fileExists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
