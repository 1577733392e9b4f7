import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jarFolder, run, serverJars } from './neo4j/server-jars.ts';
import { startServer } from './neo4j/start-server.ts';

/** `npm run neo4j`: the server that the tests run on, for development; what is stored stays for the next time. */
const port = Number(process.env.NEO4J_PORT ?? 7687);
const say = (line: string): void => void process.stdout.write(`${line}\n`);

for (const [command, option, why] of [
  ['java', '-version', 'a JDK 17 or later (Debian: apt-get install openjdk-17-jdk-headless)'],
  ['mvn', '-version', 'Maven (Debian: apt-get install maven)'],
] as const) {
  if ((await run(command, [option])).status === 0) continue;
  process.stderr.write(`npm run neo4j needs ${why}; with Docker, compose.yaml is another way.\n`);
  process.exit(3);
}

const jars = await serverJars(say);
const home = `${await jarFolder()}-home`;
const passwordFile = join(home, 'password');
await mkdir(home, { recursive: true, mode: 0o700 });
if (!existsSync(passwordFile)) {
  await writeFile(passwordFile, `${randomBytes(12).toString('hex')}\n`, { mode: 0o600 });
}
say('Neo4j is starting …');
const password = (await readFile(passwordFile, 'utf8')).trim();
const server = await startServer({ jars, home, port, password, heap: '2g', lasting: true });
say(`Neo4j is ready, process ${server.pid}, data in ${home}; Ctrl-C ends it. In another terminal:

  export NEO4J_PASSWORD_FILE=${passwordFile}
  npm start -- --store neo4j://neo4j@127.0.0.1:${port}/neo4j

Cypher: any client at bolt://127.0.0.1:${port}, user neo4j, with the password in that file.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say('Neo4j is stopping …');
    void server.stop().then(() => process.exit(0));
  });
}
