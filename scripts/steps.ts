import { spawn } from 'node:child_process';

/** A check of the whole project that is no single test: passes when its command ends with status 0. */
export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** Everything quick about the text of the project, cheapest first. */
export const steps: readonly Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'architecture', command: ['depcruise', '--output-type', 'err', 'analysis', 'data', 'api', 'viz'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  {
    name: 'lint',
    command: ['eslint', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint', '.'],
  },
  { name: 'dead code', command: ['knip'] },
  { name: 'repeats', command: ['jscpd', 'analysis', 'data', 'api', 'viz'] },
];

/** Runs a command of node_modules/.bin with its output shown; gives its exit status. */
export function runCommand([command, ...args]: Step['command']): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', (error) => {
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on('exit', (status) => {
      resolve(status ?? 1);
    });
  });
}

/** Runs the steps, all of them, and gives the names of those that failed. */
export async function runSteps(chosen: readonly Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (const step of chosen) {
    const begun = performance.now();
    const status = await runCommand(step.command);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${status === 0 ? 'ok    ' : 'FAILED'} ${step.name} (${seconds} s)\n`);
    if (status !== 0) failed.push(step.name);
  }
  return failed;
}
