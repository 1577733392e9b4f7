import { AppError } from '#analysis/errors.ts';

/** Every code that commands, the host and services raise, with the sentence that explains it in docs/errors.md. */
export const apiErrors = {
  USAGE: 'The command line has a word or option that it does not know, or lacks one that it needs.',
  FILE_NOT_READABLE: 'A file could not be read or written.',
  HOST_MEMORY: 'The work needed more memory than its limit and was ended; nothing was stored.',
  HOST_DEADLINE: 'The work took longer than its deadline and was ended; nothing was stored.',
  HOST_DIED: 'The process that did the work ended without an answer; nothing was stored.',
  CANCELLED: 'The work was cancelled by its user; nothing was stored.',
} as const;

export class ApiError extends AppError<keyof typeof apiErrors> {}
