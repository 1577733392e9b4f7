import { randomBytes } from 'node:crypto';
import { Neo4jStore } from '#data/store/neo4j/neo4j-store.ts';
import { storeAddress } from '#data/store/neo4j/store-address.ts';
import type { StoreEngine } from '#test/bench/store-engines.ts';
import { run, serverJars } from '../../scripts/neo4j/server-jars.ts';
import { type RunningServer, startServer } from '../../scripts/neo4j/start-server.ts';

/** A Neo4j for one benchmark: a server of its own that Maven and a JDK bring, ended by `stop`; or why there is none. */
export async function neo4jEngine(
  say: (line: string) => void,
): Promise<{ readonly engine: StoreEngine; readonly stop: () => Promise<void> } | { readonly why: string }> {
  if ((await run('java', ['-version'])).status !== 0) return { why: 'Java is not there' };
  if ((await run('mvn', ['-version'])).status !== 0) return { why: 'Maven is not there' };
  const password = randomBytes(12).toString('hex');
  const server: RunningServer = await startServer({
    jars: await serverJars(say),
    password,
    heap: '2g',
    lasting: true,
  });
  const url = `bolt://neo4j@127.0.0.1:${server.port}/neo4j`;
  return {
    engine: {
      name: 'Neo4j 5.26, heap 2 GB',
      open: async () => await Neo4jStore.open(storeAddress(url, '.', { NEO4J_PASSWORD: password })),
      size: async () => null,
      promised: { import: '< 30 s', snapshot: '< 3 s', reads: '', writes: '', knownAt: '' },
    },
    stop: server.stop,
  };
}
