import { randomBytes } from 'node:crypto';
import type { TestProject } from 'vitest/node';
import { run, serverJars } from '../../scripts/neo4j/server-jars.ts';
import { startServer } from '../../scripts/neo4j/start-server.ts';
import { claimDatabase } from './claim-database.ts';

/** A real server for the whole project: the one that is given, else Maven's with a JDK, else Docker's. */
export interface TestServer {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Version and process, as printed. */
  readonly what: string;
  /** Where the jars lie, for tests that start and kill servers of their own; null: not by Maven. */
  readonly jars: string | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    neo4j: TestServer;
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Started {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly process: string;
  readonly jars: string | null;
  readonly stop: () => Promise<void>;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await start();
  try {
    const version = await claimDatabase(started);
    const what = `Neo4j ${version}, ${started.process}`;
    say(`neo4j: ${what}`);
    const { url, user, password, jars } = started;
    project.provide('neo4j', { url, user, password, what, jars });
  } catch (error) {
    await started.stop();
    throw error;
  }
  return started.stop;
}

async function start(): Promise<Started> {
  const given = process.env.WEFT_TEST_NEO4J_URI;
  if (given !== undefined && given !== '') return fromAddress(given);
  const why: string[] = [];
  for (const way of [byMaven, byDocker]) {
    const started = await way();
    if (typeof started !== 'string') return started;
    why.push(started);
  }
  throw new Error(
    `not run: neo4j (${why.join('; ')}. One of these is needed: WEFT_TEST_NEO4J_URI=neo4j://USER@HOST:PORT/DATABASE with NEO4J_PASSWORD, naming an empty database; Maven and a JDK 17 or later, on Debian "apt-get install maven openjdk-17-jdk-headless"; Docker)`,
  );
}

function fromAddress(given: string): Started {
  const url = new URL(given);
  return {
    url: given,
    user: url.username === '' ? 'neo4j' : decodeURIComponent(url.username),
    password: process.env.NEO4J_PASSWORD ?? '',
    process: `given by WEFT_TEST_NEO4J_URI at ${url.host}`,
    jars: null,
    stop: () => Promise.resolve(),
  };
}

/** Gives why not, where it cannot. */
async function byMaven(): Promise<Started | string> {
  const java = await run('java', ['-version']);
  const version = Number(/version "(\d+)/u.exec(java.output)?.[1] ?? 0);
  if (java.status !== 0 || version < 17) return `Java ${version === 0 ? 'is not there' : `is ${version}`}`;
  if ((await run('mvn', ['-version'])).status !== 0) return 'Maven is not there';
  const jars = await serverJars(say);
  const password = randomBytes(12).toString('hex');
  const server = await startServer({ jars, password, gds: true });
  const url = `bolt://neo4j@127.0.0.1:${server.port}/neo4j`;
  const process = `process ${server.pid} (Java ${version}, jars from Maven), port ${server.port}`;
  return { url, user: 'neo4j', password, process, jars, stop: server.stop };
}

async function byDocker(): Promise<Started | string> {
  if ((await run('docker', ['version'])).status !== 0) return 'Docker is not there';
  const password = randomBytes(12).toString('hex');
  const args = [
    'run',
    '--rm',
    '--detach',
    '--publish',
    '127.0.0.1::7687',
    '--env',
    `NEO4J_AUTH=neo4j/${password}`,
    '--env',
    'NEO4J_PLUGINS=["graph-data-science"]',
  ];
  const made = await run('docker', [...args, 'neo4j:5.26-community']);
  if (made.status !== 0) return `Docker could not run Neo4j (${made.output.trim().slice(-200)})`;
  const container = made.output.trim();
  const stop = async (): Promise<void> => {
    await run('docker', ['kill', container]);
  };
  const port = /:(\d+)/u.exec((await run('docker', ['port', container, '7687'])).output)?.[1] ?? '';
  const process = `container ${container.slice(0, 12)}, port ${port}`;
  return { url: `bolt://neo4j@127.0.0.1:${port}/neo4j`, user: 'neo4j', password, process, jars: null, stop };
}
