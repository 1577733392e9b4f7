import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const pom = fileURLToPath(new URL('./pom.xml', import.meta.url));

/** Where jars are kept from one run to the next: outside the checkout, a folder a version. */
export async function jarFolder(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const text = await readFile(pom, 'utf8');
  const [neo4j, gds] = ['neo4j', 'gds'].map((name) => {
    const version = new RegExp(`<${name}\\.version>([^<]+)<`, 'u').exec(text)?.[1];
    if (version === undefined) throw new Error(`${pom} names no ${name}.version.`);
    return version;
  });
  const cache =
    environment.WEFT_CACHE ?? join(environment.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'weft');
  return join(cache, `neo4j-${neo4j}-gds-${gds}`);
}

/**
 * The jars of a Neo4j server and of Graph Data Science, fetched with Maven where they are not there yet (about 140 MB,
 * half a minute).
 *
 * Output   the folder that holds them; it appears whole or not at all
 * Errors   what Maven says
 */
export async function serverJars(say: (line: string) => void): Promise<string> {
  const folder = await jarFolder();
  if (existsSync(folder)) return folder;
  say(`Fetching the jars of Neo4j into ${folder} (140 MB, once) …`);
  const parent = join(folder, '..');
  await mkdir(parent, { recursive: true });
  const part = await mkdtemp(`${folder}.part-`);
  try {
    const goal = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${part}`];
    const said = await run('mvn', ['-q', '-B', '-ntp', '-f', pom, ...goal]);
    if (said.status !== 0) throw new Error(`Maven could not fetch the jars: ${said.output.slice(-2_000)}`);
    // Another run may have been first; its folder is as good.
    if (!existsSync(folder)) await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return folder;
}

/** A command run to its end: its status (null: it could not be started) and what it said. */
export async function run(
  command: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly status: number | null; readonly output: string }> {
  const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return await new Promise((resolve) => {
    child.once('error', (error) => resolve({ status: null, output: error.message }));
    child.once('close', (status) => resolve({ status, output }));
  });
}
