import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../api/cli/main.ts', import.meta.url));

/** A real `weft serve`. */
export interface ServedProcess {
  readonly child: ChildProcess;
  readonly api: string;
  /** kill −9: as a crash ends it. */
  readonly kill: () => Promise<void>;
}

const started = new Set<ServedProcess>();

/** Starts `weft serve` in a folder, on a free port, with an empty store. */
export async function serveProcess(folder: string, words: readonly string[] = []): Promise<ServedProcess> {
  const own = ['--disable-warning=ExperimentalWarning', main, 'serve', '--port', '0', '--example', 'none'];
  const child = spawn(process.execPath, [...own, ...words], {
    cwd: folder,
    // npm says where it was called (INIT_CWD): the folder of the test stands for that.
    env: { ...process.env, INIT_CWD: folder, WEFT_DATA: '', WEFT_STORE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const kill = async (): Promise<void> => {
    started.delete(served);
    child.kill('SIGKILL');
    await exit;
  };
  const served = { child, kill, api: '' };
  started.add(served);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  for await (const chunk of child.stdout as AsyncIterable<Buffer>) {
    said += chunk.toString('utf8');
    const [, address] = /ready at (\S+)/u.exec(said) ?? [];
    if (address !== undefined) return Object.assign(served, { api: `${address}/api/v1` });
  }
  throw new Error(`weft serve ended and said ${JSON.stringify(said)}.`);
}

/** Ends those that are still there. */
export async function killAll(): Promise<void> {
  await Promise.all([...started].map(({ kill }) => kill()));
}
