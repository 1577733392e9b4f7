import neo4j from 'neo4j-driver';
import { DataError } from '#data/errors.ts';

const unreachable = new Set<string>([neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED, 'N/A']);

const outOfMemory = /MemoryPoolOutOfMemory|TransactionOutOfMemory/u;

interface Translation {
  readonly when: (code: string, message: string) => boolean;
  readonly to: (code: string, message: string) => DataError;
}

/** The first that fits. */
const translations: readonly Translation[] = [
  {
    when: (code, message) => unreachable.has(code) || /closed driver|Pool is closed/u.test(message),
    to: (_, message) => away(message),
  },
  {
    when: (code) => code.startsWith('Neo.ClientError.Security.'),
    to: (_, message) =>
      new DataError(
        'STORE_NOT_READABLE',
        `Neo4j refuses it: ${message}`,
        'The user is in the address (neo4j://USER@HOST), the password in NEO4J_PASSWORD or in the file NEO4J_PASSWORD_FILE.',
      ),
  },
  {
    when: (code, message) =>
      code === 'Neo.ClientError.Schema.ConstraintValidationFailed' && message.includes('`slug`'),
    to: () => new DataError('SLUG_TAKEN', 'The slug is that of another network.'),
  },
  {
    when: (code) => code === 'Neo.ClientError.Database.DatabaseNotFound',
    to: (_, message) =>
      new DataError('STORE_NOT_READABLE', message, 'The database is the last part of the address.'),
  },
  {
    when: (code) => outOfMemory.test(code),
    to: () =>
      new DataError(
        'STORE_UNAVAILABLE',
        'The change is larger than the memory that Neo4j gives a transaction; nothing of it was stored.',
        'More heap for Neo4j (server.memory.heap.max_size), or the change in parts.',
      ),
  },
  {
    when: (_, message) => /no space left|disk (is )?full/iu.test(message),
    to: () => new DataError('STORE_FULL', 'The disk of Neo4j is full; nothing of the change was stored.'),
  },
];

/** What the driver or Neo4j raised, in the words of the store port. */
export function storeError(error: unknown): Error {
  if (!(error instanceof Error)) return new DataError('STORE_UNAVAILABLE', String(error));
  if (!isDriverError(error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const { message } = error;
  const known = translations.find(({ when }) => when(code, message));
  return (
    known?.to(code, message) ??
    new DataError('STORE_UNAVAILABLE', `Neo4j could not do it: ${message} (${code})`)
  );
}

/** Whether a transaction needs more memory than Neo4j gives it. */
export function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && outOfMemory.test(String(error.code));
}

/** Nobody knows whether what was asked last was done: the operation id tells. */
export function away(cause: string): DataError {
  return new DataError(
    'STORE_UNAVAILABLE',
    `Neo4j cannot be reached: ${cause}`.replace(/\.?$/u, '.'),
    'Try again in some seconds, a change with the same operation id: one that was stored is not stored again.',
  );
}

function isDriverError(error: Error): boolean {
  return (
    error.name === 'Neo4jError' || 'retriable' in error || /closed driver|Pool is closed/u.test(error.message)
  );
}
