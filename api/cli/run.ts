import { AppError } from '#analysis/errors.ts';
import { commands } from '#api/cli/commands.ts';
import type { Terminal } from '#api/cli/define-command.ts';
import { commandHelp, overview } from '#api/cli/help.ts';
import { parseCommand } from '#api/cli/parse-command.ts';
import { problemLines } from '#api/cli/problem-lines.ts';
import { progressLine } from '#api/cli/progress-line.ts';
import { ApiError } from '#api/errors.ts';
import { version } from '#api/version.ts';
import { InputError } from '#data/errors.ts';

export interface Surroundings {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Runs one command line. Gives the exit status: 0 done, 1 bad input, 2 wrong use, 3 something outside failed. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<number> {
  for (const stream of [surroundings.stdout, surroundings.stderr]) stream.on('error', saidByItsWrite);
  const line = progressLine(surroundings.stderr);
  const terminal: Terminal = {
    out: (text) => write(surroundings.stdout, text),
    err: (text) => {
      line.clear();
      surroundings.stderr.write(text);
    },
    progress: line.show,
    signal: surroundings.signal,
    environment: surroundings.environment,
    directory: surroundings.directory,
  };
  try {
    await dispatch(words, terminal);
    line.clear();
    return 0;
  } catch (error) {
    line.clear();
    surroundings.stderr.write(describe(error));
    return statusOf(error);
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<void> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    await terminal.out(overview(await Promise.all(Object.values(commands).map((load) => load()))));
    return;
  }
  if (name === '--version' || name === '-v') {
    await terminal.out(`weft ${version}\n`);
    return;
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) {
    const known = Object.keys(commands).join(', ');
    throw new ApiError(
      'USAGE',
      `There is no command ${JSON.stringify(name)}; there are ${known}.`,
      'weft --help',
    );
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    await terminal.out(commandHelp(command));
    return;
  }
  await command.run({ ...parseCommand(command, rest), terminal });
}

function statusOf(error: unknown): number {
  if (error instanceof InputError) return 1;
  if (!(error instanceof AppError)) return 3;
  if (error.code === 'USAGE') return 2;
  return (outside as readonly unknown[]).includes(error.code) ? 3 : 1;
}

/** What is no fault of the input. */
const outside = [
  'FILE_NOT_WRITABLE',
  'DISK_FULL',
  'STORE_FULL',
  'STORE_UNAVAILABLE',
  'STORE_NOT_READABLE',
  'ENGINE_NOT_AVAILABLE',
  'HOST_MEMORY',
  'HOST_DEADLINE',
  'HOST_DIED',
  'CANCELLED',
  'ABORTED',
];

function describe(error: unknown): string {
  if (error instanceof InputError) return problemLines(error.problems);
  if (error instanceof AppError) return `weft: ${error.message}${error.hint ? ` (${error.hint})` : ''}\n`;
  return `weft: something went wrong that should not have: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}

/** A stream tells its failure twice: to the write, which answers for it, and as an event, which unheard would end us. */
function saidByItsWrite(): void {
  // Nothing is left to say.
}

/** Resolves when the stream has taken the bytes, so that a pipe is never cut short. Errors: FILE_NOT_WRITABLE */
function write(stream: NodeJS.WriteStream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      // A reader that has seen enough (head, less) is no failure.
      if (!error || (error as NodeJS.ErrnoException).code === 'EPIPE') resolve();
      else reject(new ApiError('FILE_NOT_WRITABLE', `The output could not be written: ${error.message}.`));
    });
  });
}
