import { ApiError } from '#api/errors.ts';

/** A disk without room, and one on which this user may use no more. */
const codes: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);

/** The error of a full disk, where that is what the system said; null: it was something else. */
export function diskFull(error: unknown, what = 'A file'): ApiError | null {
  if (!codes.has((error as { code?: string } | null)?.code)) return null;
  return new ApiError('DISK_FULL', `${what} could not be written: the disk is full.`, 'Free some space.');
}
