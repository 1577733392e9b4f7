import { stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { ApiError } from '#api/errors.ts';
import type { OptionValues, Terminal } from '#api/cli/define-command.ts';

export interface OutFile<Kind extends string> {
  /** Absolute. */
  readonly path: string;
  readonly kind: Kind;
}

/**
 * Where `--out` leads and what its ending asks for, looked at before the work begins: a folder that is not there would
 * else be told only after it.
 *
 * Errors   USAGE: another ending, or a folder that does not exist
 */
export async function outFile<Kind extends string>(
  options: OptionValues,
  kinds: readonly Kind[],
  { directory }: Terminal,
): Promise<OutFile<Kind>> {
  const out = typeof options['out'] === 'string' ? options['out'] : '';
  const ending = extname(out).slice(1).toLowerCase();
  const kind = kinds.find((one) => one === ending);
  if (kind === undefined) {
    throw new ApiError(
      'USAGE',
      `--out is ${JSON.stringify(out)}; accepted: a name that ends in .${kinds.join(', .')}.`,
    );
  }
  return { path: await pathInFolder('--out', out, directory), kind };
}

/**
 * Where a name leads, when the folder that it names is there. `what` says whose name it is.
 *
 * Errors   USAGE
 */
export async function pathInFolder(what: string, out: string, directory: string): Promise<string> {
  if (out === '-' || out === '') {
    throw new ApiError('USAGE', `${what} is ${JSON.stringify(out)}; accepted: the name of a file.`);
  }
  const path = resolve(directory, out);
  const folder = dirname(path);
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) {
    throw new ApiError(
      'USAGE',
      `${what} is ${JSON.stringify(out)}, but ${folder} ${found === null ? 'does not exist' : 'is no folder'}; accepted: a file in a folder that exists.`,
    );
  }
  return path;
}
