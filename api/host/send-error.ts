import { AppError } from '#analysis/errors.ts';
import type { SentError } from '#api/host/job.ts';
import { diskFull } from '#api/services/disk-full.ts';
import { InputError } from '#data/errors.ts';

/** An error as a plain value: class instances do not cross processes. */
export function sendError(thrown: unknown): SentError {
  const error = diskFull(thrown) ?? thrown;
  if (error instanceof InputError) {
    return { name: 'InputError', code: error.code, message: error.message, problems: error.problems };
  }
  if (error instanceof AppError) {
    return {
      name: error.name,
      code: error.code as string,
      message: error.message,
      ...(error.hint === undefined ? {} : { hint: error.hint }),
    };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { name: 'Error', code: 'HOST_DIED', message };
}

export function receiveError(sent: SentError): Error {
  if (sent.problems) return new InputError(sent.problems);
  return new AppError(sent.code, sent.message, sent.hint);
}
