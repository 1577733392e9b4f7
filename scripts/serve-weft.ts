import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const weft = fileURLToPath(new URL('../bin/weft.js', import.meta.url));

/** A real `weft serve` over an embedded store of its own. */
export interface ServedWeft {
  readonly address: string;
  /** Ends it as Ctrl-C does; what does not end in ten seconds is killed. */
  readonly stop: () => Promise<void>;
}

/** Starts it on a free port. Errors: Error with what it said, where it ended before it was ready */
export async function serveWeft(dataFolder: string, example: string): Promise<ServedWeft> {
  const child = spawn(process.execPath, [weft, 'serve', '--port', '0', '--example', example], {
    env: { ...process.env, WEFT_DATA: dataFolder, WEFT_STORE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const [, found] = /ready at (\S+)/u.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`weft serve ended before it was ready: ${said}`)));
  });
  return { address, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}
