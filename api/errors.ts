import { AppError } from '#analysis/errors.ts';

/** Every code that commands, the host, services and the HTTP API raise, with the sentence that explains it in docs/errors.md. */
export const apiErrors = {
  USAGE: 'The command line has a word or option that it does not know, or lacks one that it needs.',
  FILE_NOT_READABLE: 'A file that was named could not be read.',
  FILE_NOT_WRITABLE: 'A file could not be written; nothing is left half-written.',
  DISK_FULL:
    'The disk is full, or its quota used up; nothing is left half-written, and what is kept can be read.',
  FORMAT_NOT_WRITABLE: 'No format that Weft writes has this id.',
  HOST_MEMORY:
    'The work needed more memory than its limit and was ended; an import was stored whole or not at all.',
  HOST_DEADLINE:
    'The work took longer than its deadline and was ended; an import was stored whole or not at all.',
  HOST_DIED:
    'The process that did the work ended without an answer; an import was stored whole or not at all.',
  CANCELLED: 'The work was cancelled by its user; an import was stored whole or not at all.',
  INTERRUPTED: 'The server stopped before the work was done; an import was stored whole or not at all.',
  QUEUE_FULL: 'Too many jobs are waiting; nothing was begun.',
  NOT_FOUND: 'There is nothing at this address, or what was there has been removed.',
  METHOD_NOT_ALLOWED:
    'The address is known and does not take this method; the Allow header names those that it takes.',
  REQUEST_NOT_VALID: 'A part of the address, the query, the headers or the body is not what the API accepts.',
  VALUE_NOT_VALID:
    'The request has the right form, and holds a value that is not accepted: a revision to come, a day that the calendar does not have, text that is not in Unicode NFC.',
  HEADERS_TOO_LARGE: 'The address and the headers together are larger than the limit.',
  REQUEST_TOO_SLOW: 'The request took longer to come than the limit.',
  JSON_NOT_VALID: 'The body is not JSON, or is nested deeper than the limit.',
  MEDIA_TYPE_NOT_ACCEPTED:
    'The body is of a media type, character set or coding that this address does not take.',
  BODY_TOO_LARGE: 'The body, one of its files, or their number is larger than the limit.',
  PRECONDITION_MISSING:
    'A change of a record needs If-Match with the ETag of the version that it is based on.',
  PRECONDITION_FAILED:
    'The record has changed since the version that If-Match names; both versions are in the answer.',
  OPERATION_REPEATED: 'The Idempotency-Key was used before, for another change.',
  HOST_NOT_ALLOWED: 'The Host header names another host than the one that this server answers for.',
  ORIGIN_NOT_ALLOWED: 'The request was sent by a page of another origin.',
  TOKEN_MISSING: 'This server asks for an access token, and the request has none that is known.',
  TOKEN_NOT_ENOUGH: 'The access token lets its holder look, and not change anything.',
  STREAMS_FULL: 'As many event streams are open as the limit allows.',
  STOPPING: 'The server is stopping and takes no new work.',
  INTERNAL: 'Something went wrong that should not have; the id of the request is in the log.',
} as const;

export class ApiError extends AppError<keyof typeof apiErrors> {}
