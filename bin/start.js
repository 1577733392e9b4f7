// Plain JavaScript, so that any Node can read it: starts a TypeScript file of Weft in the Node that Weft brings (an
// npm package of plain binaries), or in the present one when that is new enough.
import { spawn } from 'node:child_process';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const needed = 24;
/** Compiled code of Weft's files, so that the next process begins in half the time; Node makes it anew when they change. */
const compiled = fileURLToPath(new URL('../.cache/compiled', import.meta.url));

/** The brought Node of this platform, or null. */
function broughtNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-${system}-${process.arch}/package.json`);
    return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  } catch {
    return null;
  }
}

/**
 * Runs the file with the arguments: in this process when its Node is new enough, else in a child whose streams, end
 * and signals are this process's own. Without any fitting Node: one sentence, exit status 3.
 */
export async function start(file, args) {
  // For the processes that this one starts.
  process.env.NODE_COMPILE_CACHE ??= compiled;
  if (Number(process.versions.node.split('.')[0]) >= needed) {
    module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
    process.argv = [process.execPath, file, ...args];
    await import(pathToFileURL(file).href);
    return;
  }
  const node = broughtNode();
  if (node === null) {
    process.stderr.write(
      `weft: Node ${needed} or newer is needed and this is Node ${process.versions.node}; ` +
        `"npm ci" brings one for Linux and Windows, elsewhere install Node ${needed}.\n`,
    );
    process.exit(3);
  }
  // The channel lets the child notice that this process was killed.
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', file, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  // A terminal sends Ctrl-C to the child as well, which takes both for one; whoever else sends it means the child.
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  child.on('error', (error) => {
    process.stderr.write(`weft: Node could not be started: ${error.message}\n`);
    process.exit(3);
  });
  child.on('exit', (status, signal) => process.exit(status ?? (signal === 'SIGINT' ? 130 : 143)));
}
