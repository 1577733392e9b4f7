/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes and takes plain values */
import neo4j, { type Driver } from 'neo4j-driver';
import { inject } from 'vitest';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';

/** Opens the real server's database as a store; the suites keep to networks of their own. */
export async function openTestStore(): Promise<Neo4jStore> {
  const { url, password } = inject('neo4j');
  return await Neo4jStore.open(storeAddress(url, '.', { NEO4J_PASSWORD: password }));
}

/** A driver of its own, as somebody has who knows nothing of Weft. */
export function outsider(): {
  driver: Driver;
  ask: <Row>(cypher: string, parameters?: object) => Promise<Row[]>;
} {
  const { url, user, password } = inject('neo4j');
  const { protocol, host, pathname } = new URL(url);
  const driver = neo4j.driver(`${protocol}//${host}`, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
  });
  const database = pathname.slice(1) || 'neo4j';
  const ask = async <Row>(cypher: string, parameters: object = {}): Promise<Row[]> => {
    const { records } = await driver.executeQuery(cypher, parameters, { database });
    return records.map((record) => record.toObject() as Row);
  };
  return { driver, ask };
}

/** Empties the database of what tests have put there; the mark that says so stays. */
export async function emptyDatabase(): Promise<void> {
  const { driver } = outsider();
  const session = driver.session();
  await session.run(
    `MATCH (n) WHERE NOT n:WeftTestSuite AND NOT n:WeftSchema
     CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
  );
  await session.close();
  await driver.close();
}
