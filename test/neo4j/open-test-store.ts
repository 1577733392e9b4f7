import { inject } from 'vitest';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';

/** Opens the real server's database as a store; the suites keep to networks of their own. */
export async function openTestStore(): Promise<Neo4jStore> {
  const { url, password } = inject('neo4j');
  return await Neo4jStore.open(storeAddress(url, '.', { NEO4J_PASSWORD: password }));
}
