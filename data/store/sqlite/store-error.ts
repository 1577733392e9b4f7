import { DataError, StaleError } from '#data/errors.ts';
import { lockHolder } from '#data/store/sqlite/lock-holder.ts';
import type { WriterError } from '#data/store/sqlite/writer-messages.ts';

const full = 13;
const busy = new Set([5, 6]);
/** SQLITE_IOERR_SHMSIZE: there was no room for the index of the write-ahead log. */
const sharedMemoryFull = 4874;
const damaged = new Set([11, 26]);
/** Extended codes keep the primary one in the low byte. */
const primary = (code: number): number => code & 0xff;

/** What SQLite raised, in the words of the store port; the path is that of a database that was to be written to. */
export function storeError(error: unknown, path?: string): Error {
  if (!(error instanceof Error)) return new DataError('STORE_UNAVAILABLE', String(error));
  if (error instanceof DataError) return error;
  if ((error as NodeJS.ErrnoException).code === 'ERR_INVALID_STATE')
    return new DataError('STORE_UNAVAILABLE', 'The store has been closed.');
  const code = (error as Error & { errcode?: number }).errcode;
  if (code === undefined) return error;
  if (primary(code) === full || code === sharedMemoryFull) {
    return new DataError(
      'STORE_FULL',
      'The disk is full; nothing of the change was stored.',
      'Free some space and try again.',
    );
  }
  if (damaged.has(primary(code)))
    return new DataError(
      'STORE_NOT_READABLE',
      `The store ${path ?? ''} is damaged: ${error.message}.`.replace('  ', ' '),
      'A backup, which weft restore makes a store of.',
    );
  if (busy.has(primary(code))) return busyError(path === undefined ? null : lockHolder(path));
  return new DataError('STORE_UNAVAILABLE', `The store could not do it: ${error.message}.`);
}

function busyError(holder: number | null): DataError {
  const who = holder === null ? 'another process' : `the process ${holder}`;
  return new DataError(
    'STORE_UNAVAILABLE',
    `The store is busy: ${who} has been writing to it all the while that was waited; nothing of the change was stored.`,
    'Try again when that has ended; an import writes for some seconds.',
  );
}

export function sendStoreError(error: unknown, path?: string): WriterError {
  const known = storeError(error, path);
  if (known instanceof StaleError) {
    return {
      code: known.code,
      message: known.message,
      hint: known.hint,
      theirs: known.theirs,
      mine: known.mine,
    };
  }
  if (known instanceof DataError) return { code: known.code, message: known.message, hint: known.hint };
  return { code: 'STORE_UNAVAILABLE', message: known.stack ?? known.message };
}

export function receiveStoreError(sent: WriterError): Error {
  if (sent.code === 'STALE') return new StaleError(sent.message, sent.theirs, sent.mine);
  return new DataError(sent.code as DataError['code'], sent.message, sent.hint);
}
