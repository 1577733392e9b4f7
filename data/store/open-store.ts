import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DataError } from '#data/errors.ts';
import type { Store } from '#data/store/port.ts';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { isNeo4jUrl, storeAddress } from '#data/store/neo4j/store-address.ts';
import { SqliteStore } from '#data/store/sqlite/sqlite-store.ts';
import type { StorePlace } from '#data/store/store-url.ts';

/**
 * Opens a store by its address, or makes it.
 * Errors: STORE_URL_NOT_VALID, STORE_NOT_READABLE, STORE_FULL, STORE_UNAVAILABLE
 */
export async function openStore(url: string, place: StorePlace): Promise<Store> {
  refusePassword(url);
  if (isNeo4jUrl(url)) return await Neo4jStore.open(storeAddress(url, place.directory, place.environment));
  const path = sqlitePath(url, place.directory);
  await makeFolder(dirname(path));
  return await SqliteStore.open(path);
}

/**
 * Opens a store that is there without ever writing to it: what would write is refused.
 * Errors: STORE_URL_NOT_VALID; STORE_NOT_READABLE, also when there is none (of Neo4j: at the first reading)
 */
export function openStoreToRead(url: string, place: StorePlace): Store {
  refusePassword(url);
  if (isNeo4jUrl(url)) return Neo4jStore.openToRead(storeAddress(url, place.directory, place.environment));
  return SqliteStore.openToRead(sqlitePath(url, place.directory));
}

/** Whether opening the store would not make it; whether a Neo4j is there shows only when it is asked. */
export function isStoreThere(url: string, place: StorePlace): boolean {
  refusePassword(url);
  return isNeo4jUrl(url) || existsSync(sqlitePath(url, place.directory));
}

function sqlitePath(url: string, directory: string): string {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+]*):(.*)$/isu.exec(url) ?? [];
  if (scheme.toLowerCase() !== 'sqlite')
    throw notValid(`${JSON.stringify(url)} is not the address of a store.`);
  if (rest === '' || rest.includes('\0'))
    throw notValid(`${JSON.stringify(url)} names no file after sqlite:.`);
  if (rest === ':memory:') {
    throw notValid('sqlite::memory: would be gone with the process; a file is accepted.');
  }
  if (rest.startsWith('//') && !rest.startsWith('///')) {
    throw notValid(`${JSON.stringify(url)} names a host; sqlite opens files of this machine only.`);
  }
  return resolve(directory, rest.startsWith('///') ? rest.slice(2) : rest);
}

function refusePassword(url: string): void {
  const scheme = /^([a-z][a-z0-9+]*):\/\/[^/@]*:[^/]*@/iu.exec(url)?.[1];
  if (scheme === undefined) return;
  throw notValid(
    `The address of the store holds a password (${scheme}://…@…); passwords are never in an address, which other users of the machine can see.`,
  );
}

function notValid(detail: string): DataError {
  return new DataError(
    'STORE_URL_NOT_VALID',
    detail,
    'Accepted: sqlite:PATH, as in sqlite:weft-data/weft.db, or neo4j://USER@HOST:PORT/DATABASE.',
  );
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new DataError(
      'STORE_NOT_READABLE',
      `The folder ${folder} of the store could not be made: ${(error as Error).message}.`,
    );
  }
}
