import { parseArgs } from 'node:util';
import { ApiError } from '#api/errors.ts';
import type { Command, OptionValues } from '#api/cli/define-command.ts';

/**
 * Reads the words after the command's name. Options may stand anywhere; "--" ends them.
 *
 * Errors   USAGE: an unknown option, a missing value, a word that is not among the choices.
 */
export function parseCommand(command: Command, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [name, { type: option.type }]),
  );
  const parsed = parse(command, words, options);
  const [word] = parsed.positionals;
  if (command.optionsOnly === true && word !== undefined) {
    throw new ApiError(
      'USAGE',
      `${command.name} takes options only, and was given ${JSON.stringify(word)}.`,
      `weft ${command.name} --help`,
    );
  }
  const values: Record<string, string | boolean | undefined> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const value = parsed.values[name] ?? option.default;
    if (typeof value === 'string' && option.choices && !option.choices.includes(value)) {
      throw new ApiError(
        'USAGE',
        `--${name} is ${JSON.stringify(value)}; accepted: ${option.choices.join(', ')}.`,
        `weft ${command.name} --help`,
      );
    }
    values[name] = value;
  }
  return { positionals: parsed.positionals, options: values satisfies OptionValues };
}

function parse(
  command: Command,
  words: readonly string[],
  options: Record<string, { type: 'string' | 'boolean' }>,
) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. To specify')[0] : String(error);
    throw new ApiError('USAGE', `${message}.`.replace(/\.\.$/u, '.'), `weft ${command.name} --help`);
  }
}

/** A whole number of at least `minimum` from an option's text. */
export function wholeNumber(name: string, value: string | boolean | undefined, minimum: number): number {
  const number = Number(value);
  if (typeof value !== 'string' || !Number.isSafeInteger(number) || number < minimum) {
    throw new ApiError(
      'USAGE',
      `--${name} is ${JSON.stringify(value)}; accepted: a whole number of ${minimum} or more.`,
    );
  }
  return number;
}
