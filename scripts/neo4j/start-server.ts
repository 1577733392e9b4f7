import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { run } from './server-jars.ts';

export interface ServerOptions {
  /** The folder of the jars. */
  readonly jars: string;
  readonly password: string;
  /** Where the database lies; a folder of its own that goes with the server, when not given. */
  readonly home?: string;
  /** A free one, when not given. */
  readonly port?: number;
  readonly heap?: string;
  /** For one that lives long: Java compiles fully, which is slower to warm up and faster from then on. */
  readonly lasting?: boolean;
  /** With Graph Data Science. */
  readonly gds?: boolean;
}

/** A Neo4j Community server of our own, on this machine's loopback alone. */
export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  readonly home: string;
  /** Asks it to end, and waits; a folder of its own is removed. */
  stop(): Promise<void>;
  /** kill −9: as a crash ends it. The folder stays, for restart. */
  kill(): Promise<void>;
  /** The same database on the same port again, after kill. */
  restart(): Promise<RunningServer>;
}

const readyMs = 180_000;
const opens = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'].map(
  (name) => `--add-opens=${name}=ALL-UNNAMED`,
);

/** Starts the server and waits until it answers on its port. Errors: what Java or Neo4j says. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'weft-neo4j-')));
  const port = options.port ?? (await freePort());
  await mkdir(join(home, 'conf'), { recursive: true });
  const plugins = options.gds === true ? await gdsPlugins(options.jars, home) : null;
  await writeFile(join(home, 'conf', 'neo4j.conf'), configuration(port, plugins));
  const initial = await run(
    'java',
    ['-Xmx128m', '-cp', `${options.jars}/*`, ...opens, 'org.neo4j.cli.AdminTool'].concat([
      'dbms',
      'set-initial-password',
      options.password,
    ]),
    { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
  );
  // A home that was used before keeps its password and says so.
  if (initial.status !== 0 && options.home === undefined) {
    throw new Error(`Neo4j took no initial password: ${initial.output.slice(-1_000)}`);
  }
  return await launch({ ...options, home, port }, options.home === undefined);
}

async function launch(
  options: ServerOptions & { readonly home: string; readonly port: number },
  temporary: boolean,
): Promise<RunningServer> {
  const { home, port, jars, heap = '512m', lasting = false } = options;
  const child = spawn(
    'java',
    [
      ...[`-Xms${heap}`, `-Xmx${heap}`, '-XX:+UseG1GC', ...(lasting ? [] : ['-XX:TieredStopAtLevel=1'])],
      ...['-Dio.netty.tryReflectionSetAccessible=true', '-Dlog4j2.disable.jmx=true', ...opens],
      ...['-cp', `${jars}/*`, 'org.neo4j.server.CommunityEntryPoint'],
      ...[`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`, '--console-mode'],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const release = endWithThisProcess(child);
  try {
    await ready(child, port);
  } catch (error) {
    release();
    child.kill('SIGKILL');
    if (temporary) await rm(home, { recursive: true, force: true });
    throw error;
  }
  const ended = async (signal: NodeJS.Signals): Promise<void> => {
    release();
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    port,
    home,
    pid: child.pid ?? 0,
    stop: async () => {
      // An orderly end takes it 12 s, for a database that is thrown away.
      await ended(temporary ? 'SIGKILL' : 'SIGTERM');
      if (temporary) await rm(home, { recursive: true, force: true });
    },
    kill: () => ended('SIGKILL'),
    restart: () => launch(options, temporary),
  };
}

/** Whatever ends this process, a kill −9 too, ends its server: a shell waits for the end of a pipe. */
function endWithThisProcess(child: ChildProcess): () => void {
  const watcher = spawn('sh', ['-c', 'read _; kill -9 "$0" 2>/dev/null', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.unref();
  // Where there is no shell, an orderly end is all that can be seen to.
  watcher.once('error', () => undefined);
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  return () => {
    process.off('exit', end);
    watcher.kill('SIGKILL');
  };
}

async function ready(child: ChildProcess, port: number): Promise<void> {
  let output = '';
  let started = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(-4_000);
      started ||= output.includes('Started.');
    });
  }
  let failure: string | null = null;
  child.once('error', (error) => {
    failure = error.message;
  });
  const deadline = performance.now() + readyMs;
  while (performance.now() < deadline) {
    if (failure !== null) throw new Error(`Java could not be started: ${String(failure)}`);
    if (child.exitCode !== null) throw new Error(`Neo4j ended while it started: ${output}`);
    if (started && (await accepts(port))) return;
    await delay(50);
  }
  throw new Error(`Neo4j was not ready within ${readyMs / 1000} s: ${output}`);
}

async function accepts(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Procedures come from a folder of plugins; their jars stay among the others too. */
async function gdsPlugins(jars: string, home: string): Promise<string> {
  const folder = join(home, 'plugins');
  const version = /gds-(.*)$/u.exec(jars)?.[1] ?? '';
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  for (const jar of await readdir(jars)) {
    if (jar.endsWith(`-${version}.jar`)) await symlink(join(jars, jar), join(folder, jar));
  }
  return folder;
}

function configuration(port: number, plugins: string | null): string {
  const gds =
    plugins === null
      ? ''
      : `dbms.security.procedures.unrestricted=gds.*\nserver.directories.plugins=${plugins}\n`;
  return `server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${port}
server.bolt.advertised_address=127.0.0.1:${port}
server.bolt.tls_level=DISABLED
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.usage_report.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
${gds}`;
}
