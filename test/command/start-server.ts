import { spawn, type ChildProcess } from 'node:child_process';
import { join, resolve } from 'node:path';

const entry = resolve(import.meta.dirname, '../../bin/weft.js');

export interface Ended {
  readonly status: number | null;
  readonly err: string;
}

export interface ServerProcess {
  /** Empty where it ended before it was ready. */
  readonly address: string;
  readonly ended: Promise<Ended>;
  readonly child: ChildProcess;
}

/** Starts `weft serve` over a store in the folder; resolves when it says that it is ready, or has ended. */
export async function startServer(folder: string, ...args: readonly string[]): Promise<ServerProcess> {
  const child = spawn('node', [entry, 'serve', '--port', '0', ...args], {
    env: { ...process.env, WEFT_DATA: join(folder, 'weft-data'), WEFT_STORE: '', INIT_CWD: folder },
    cwd: folder,
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const ended = new Promise<Ended>((done) => {
    child.once('exit', (status) => done({ status, err }));
  });
  const address = await new Promise<string>((done) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
      const [, found] = /ready at (\S+)/u.exec(out) ?? [];
      if (found !== undefined) done(found);
    });
    void ended.then(() => done(''));
  });
  return { address, ended, child };
}
