/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its options as classes and takes plain values */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { run, serverJars } from '../../scripts/neo4j/server-jars.ts';
import { startServer } from '../../scripts/neo4j/start-server.ts';

/** A Neo4j for one benchmark. */
export interface BenchServer {
  readonly url: string;
  readonly password: string;
  readonly pid: number;
  /** Asks it in Cypher, past Weft. */
  readonly ask: <Row>(cypher: string, parameters?: object) => Promise<Row[]>;
  /** Ends it in good order. Gives the MiB that the database took on the disk, its transaction logs aside. */
  readonly stop: () => Promise<number>;
}

/** A server of its own that Maven and a JDK bring; or why there is none. */
export async function benchServer(
  say: (line: string) => void,
  options: { readonly heap: string; readonly gds?: boolean },
): Promise<BenchServer | { readonly why: string }> {
  if ((await run('java', ['-version'])).status !== 0) return { why: 'Java is not there' };
  if ((await run('mvn', ['-version'])).status !== 0) return { why: 'Maven is not there' };
  const password = randomBytes(12).toString('hex');
  const home = await mkdtemp(join(tmpdir(), 'weft-bench-neo4j-'));
  const jars = await serverJars(say);
  const server = await startServer({ jars, home, password, lasting: true, ...options });
  const driver = neo4j.driver(`bolt://127.0.0.1:${server.port}`, neo4j.auth.basic('neo4j', password), {
    disableLosslessIntegers: true,
  });
  return {
    url: `bolt://neo4j@127.0.0.1:${server.port}/neo4j`,
    password,
    pid: server.pid,
    ask: async <Row>(cypher: string, parameters: object = {}): Promise<Row[]> => {
      const { records } = await driver.executeQuery(cypher, parameters);
      return records.map((record) => record.toObject() as Row);
    },
    stop: async () => {
      await driver.close();
      await server.stop();
      const { output } = await run('du', ['-sm', join(home, 'data/databases/neo4j')]);
      await rm(home, { recursive: true, force: true });
      return Number.parseInt(output, 10);
    },
  };
}
