import { run } from '#api/cli/run.ts';

// Started by a Node that is too old, which has handed over to this one: when it is killed, so is this.
if (process.channel) {
  process.on('disconnect', () => process.exit(3));
  process.channel.unref();
}

const interrupted = new AbortController();
/** One Ctrl-C comes twice, from the terminal and from the Node that handed over: only a later one is another. */
const sameSignalMs = 300;
let first: number | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    first ??= performance.now();
    interrupted.abort();
    if (performance.now() - first > sameSignalMs) process.exit(130);
  });
}

process.exitCode = await run(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  directory: process.env.INIT_CWD ?? process.cwd(),
  signal: interrupted.signal,
});

// A store that does not answer leaves connections that would keep this process for as long as its silence lasts.
setInterval(() => {
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
}, 500).unref();
