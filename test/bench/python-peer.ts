import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Peer, Run } from '#test/bench/peer.ts';

/** A run longer than this is ended, and the table says so. */
const patienceMs = 150_000;

/**
 * A Python library as a child process on the same tie list; its graph is loaded once, and every operation is timed
 * inside it. `why` where Python or the library is not there.
 */
export async function pythonPeer(script: string, csvPath: string): Promise<Peer | { readonly why: string }> {
  let session = await open(script, csvPath);
  if ('why' in session) return session;
  return {
    name: session.name,
    version: session.version,
    run: async (operation) => {
      if ('why' in session) session = await open(script, csvPath);
      if ('why' in session) return session;
      const run = await session.ask(operation);
      if (run === null) session = { why: 'ended' };
      return run ?? { why: `over ${patienceMs / 1000} s` };
    },
    close: () => {
      if (!('why' in session)) session.child.stdin.end();
    },
  };
}

interface Session {
  readonly name: string;
  readonly version: string;
  readonly child: ChildProcessWithoutNullStreams;
  /** null: it took too long and was ended. */
  readonly ask: (operation: string) => Promise<Run | null>;
}

async function open(script: string, csvPath: string): Promise<Session | { readonly why: string }> {
  const path = new URL(`./peers/${script}`, import.meta.url).pathname;
  const child = spawn('python3', [path, csvPath]);
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.on('error', (error) => (complaint += error.message));
  child.stdin.on('error', (error) => (complaint += error.message));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    return done === true ? null : JSON.parse(value);
  };
  const hello = (await answer()) as { name: string; version: string } | null;
  if (hello === null) return { why: complaint.trim().split('\n').at(-1) ?? 'python3 ended at once' };
  return {
    ...hello,
    child,
    ask: async (operation) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.stdin.write(`${operation}\n`);
      const run = (await answer()) as Run | null;
      clearTimeout(timer);
      return run;
    },
  };
}
