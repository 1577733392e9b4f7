import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builtExample, builtExampleFolder, exampleSources } from '#api/services/built-example.ts';

const weft = fileURLToPath(new URL('../bin/weft.js', import.meta.url));

/**
 * Computes the first page of the example as a server does, and keeps its files in dist/example, so that the very first
 * start has them. Nothing is done where what is there was made from the same sources.
 *
 * Output   whether it was computed now
 * Cost     about 5 s; 60 ms when nothing changed
 */
export async function buildExample(): Promise<boolean> {
  const sources = exampleSources();
  if (builtFrom() === sources) return false;
  const data = mkdtempSync(join(tmpdir(), 'weft-example-'));
  const server = spawn(process.execPath, [weft, 'serve', '--port', '0', '--example', builtExample], {
    env: { ...process.env, WEFT_DATA: data, WEFT_STORE: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const below = `${await addressOf(server)}/api/v1/networks/${builtExample}`;
    const view = await whole(`${below}/view`);
    const findings = await whole(`${below}/findings`);
    const { revision } = (JSON.parse(findings) as { receipt: { revision: number } }).receipt;
    const fresh = `${builtExampleFolder}-${String(process.pid)}`;
    mkdirSync(fresh, { recursive: true });
    writeFileSync(join(fresh, 'view.json'), view);
    writeFileSync(join(fresh, 'findings.json'), findings);
    writeFileSync(join(fresh, 'about.json'), JSON.stringify({ sources, revision }));
    rmSync(builtExampleFolder, { recursive: true, force: true });
    renameSync(fresh, builtExampleFolder);
    return true;
  } finally {
    await ended(server);
    rmSync(data, { recursive: true, force: true });
  }
}

function builtFrom(): string | null {
  try {
    return (JSON.parse(readFileSync(join(builtExampleFolder, 'about.json'), 'utf8')) as { sources: string })
      .sources;
  } catch {
    return null;
  }
}

/** Errors: Error with what the server said, where it ended before it listened */
function addressOf(server: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/[\d.]+:\d+/u.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    server.on('exit', (status) =>
      reject(new Error(`weft serve ended with status ${String(status)}: ${said}`)),
    );
  });
}

/** An answer once it is there, as it was sent. */
async function whole(address: string): Promise<string> {
  for (;;) {
    const answer = await fetch(`${address}?wait=30`);
    const text = await answer.text();
    if (answer.status === 200) return text;
    if (answer.status !== 202) throw new Error(`${address} answered ${String(answer.status)}: ${text}`);
  }
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('exit');
    server.on('exit', () => resolve());
    if (server.exitCode === null) server.kill('SIGTERM');
    else resolve();
  });
}
