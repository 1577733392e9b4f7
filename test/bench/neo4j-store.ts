import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import { benchServer } from '#test/bench/neo4j-server.ts';
import type { StoreEngine } from '#test/bench/store-engines.ts';

/** A Neo4j for one benchmark: a server of its own that Maven and a JDK bring, ended by `stop`; or why there is none. */
export async function neo4jEngine(
  say: (line: string) => void,
): Promise<{ readonly engine: StoreEngine; readonly stop: () => Promise<void> } | { readonly why: string }> {
  const server = await benchServer(say, { heap: '2g' });
  if ('why' in server) return server;
  const { url, password } = server;
  return {
    engine: {
      name: 'Neo4j 5.26, heap 2 GB',
      open: async () => await Neo4jStore.open(storeAddress(url, '.', { NEO4J_PASSWORD: password })),
      size: async () => null,
      promised: { import: '< 30 s', snapshot: '< 3 s', reads: '', writes: '', knownAt: '' },
    },
    stop: async () => {
      await server.stop();
    },
  };
}
