import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { DataError } from '#data/errors.ts';

/** Where a Neo4j is, and who asks. */
export interface StoreAddress {
  /** As the driver takes it: scheme, host and port. */
  readonly server: string;
  readonly database: string | undefined;
  readonly user: string;
  /** undefined: Neo4j asks for none. */
  readonly password: string | undefined;
}

const schemes = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];

/** Whether an address is one of Neo4j's. */
export function isNeo4jUrl(url: string): boolean {
  return schemes.some((scheme) => url.toLowerCase().startsWith(`${scheme}:`));
}

/**
 * Reads `neo4j://USER@HOST:PORT/DATABASE`; the password is that of NEO4J_PASSWORD, or of the file that
 * NEO4J_PASSWORD_FILE names. Errors: STORE_URL_NOT_VALID
 */
export function storeAddress(
  url: string,
  directory: string,
  environment: Readonly<Record<string, string | undefined>>,
): StoreAddress {
  const parsed = URL.parse(url);
  if (!parsed || parsed.hostname === '') throw notValid(`${JSON.stringify(url)} names no host.`);
  if (parsed.search !== '' || parsed.hash !== '')
    throw notValid(`The address of the store holds ${parsed.search}${parsed.hash}, which it does not take.`);
  const database = decodeURIComponent(parsed.pathname.replace(/^\//u, ''));
  if (database.includes('/')) throw notValid(`${JSON.stringify(database)} is not the name of a database.`);
  return {
    server: `${parsed.protocol}//${parsed.host}`,
    database: database === '' ? undefined : database,
    user: parsed.username === '' ? 'neo4j' : decodeURIComponent(parsed.username),
    password: passwordOf(directory, environment),
  };
}

function passwordOf(
  directory: string,
  { NEO4J_PASSWORD: password, NEO4J_PASSWORD_FILE: file }: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (password !== undefined && password !== '') return password;
  if (file === undefined || file === '') return undefined;
  try {
    return readFileSync(resolve(directory, file), 'utf8').replace(/\r?\n$/u, '');
  } catch (error) {
    throw notValid(`The file of NEO4J_PASSWORD_FILE could not be read: ${(error as Error).message}.`);
  }
}

function notValid(detail: string): DataError {
  return new DataError(
    'STORE_URL_NOT_VALID',
    detail,
    'Accepted: neo4j://USER@HOST:PORT/DATABASE (also bolt, +s and +ssc), with the password in NEO4J_PASSWORD or in the file NEO4J_PASSWORD_FILE.',
  );
}
