import neo4j, { type Neo4jError } from 'neo4j-driver';
import { DataError } from '#data/errors.ts';

const unreachable = new Set<string>([neo4j.error.SERVICE_UNAVAILABLE, neo4j.error.SESSION_EXPIRED, 'N/A']);

/** What the driver or Neo4j raised, in the words of the store port. */
export function storeError(error: unknown): Error {
  if (!(error instanceof Error)) return new DataError('STORE_UNAVAILABLE', String(error));
  const { code = '', message } = error as Neo4jError;
  if (!isDriverError(error)) return error;
  if (unreachable.has(code) || message.includes('closed driver') || message.includes('Pool is closed'))
    return away(message);
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new DataError(
      'STORE_NOT_READABLE',
      `Neo4j refuses it: ${message}`,
      'The user is in the address (neo4j://USER@HOST), the password in NEO4J_PASSWORD or in the file NEO4J_PASSWORD_FILE.',
    );
  }
  if (code === 'Neo.ClientError.Schema.ConstraintValidationFailed' && message.includes('`slug`'))
    return new DataError('SLUG_TAKEN', 'The slug is that of another network.');
  if (code === 'Neo.ClientError.Database.DatabaseNotFound')
    return new DataError('STORE_NOT_READABLE', message, 'The database is the last part of the address.');
  if (code.startsWith('Neo.TransientError.General.MemoryPool') || message.includes('MemoryPoolOutOfMemory')) {
    return new DataError(
      'STORE_UNAVAILABLE',
      'The change is larger than the memory that Neo4j gives a transaction; nothing of it was stored.',
      'More heap for Neo4j (server.memory.heap.max_size), or the change in parts.',
    );
  }
  if (/no space left|disk (is )?full/iu.test(message))
    return new DataError('STORE_FULL', 'The disk of Neo4j is full; nothing of the change was stored.');
  return new DataError('STORE_UNAVAILABLE', `Neo4j could not do it: ${message} (${code})`);
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
  return error.name === 'Neo4jError' || 'retriable' in error || /driver|pool/iu.test(error.message);
}
