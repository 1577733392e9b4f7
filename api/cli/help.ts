import type { Command, OptionDefinition } from '#api/cli/define-command.ts';

/** `weft --help`: every command in a line. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'weft: see and weave collaboration between organizations',
    '',
    'Usage: weft COMMAND [options]     (from a checkout: npm run --silent weft -- COMMAND …)',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'weft COMMAND --help explains one command; weft --version says which Weft this is.',
    'Exit status: 0 done, 1 bad input, 2 wrong use, 3 something outside failed.',
    '',
  ].join('\n');
}

/** `weft COMMAND --help`. */
export function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.options, help: helpOption });
  const heads = options.map(([name, option]) => `--${name}${option.value ? ` ${option.value}` : ''}`);
  const width = Math.min(34, Math.max(...heads.map((head) => head.length)));
  const lines = options.map(([, option], index) => optionLine(heads[index] ?? '', option, width));
  return [
    `weft ${command.name}: ${command.summary}`,
    '',
    `Usage: weft ${command.name} ${command.usage}`,
    '',
    'Options',
    ...lines,
    '',
    'Examples',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

const helpOption: OptionDefinition = { type: 'boolean', describe: 'this text' };

function optionLine(head: string, option: OptionDefinition, width: number): string {
  const fallback = option.default === undefined ? '' : ` (${option.default})`;
  const text = `${option.describe}${fallback}`;
  return head.length <= width
    ? `  ${head.padEnd(width)}  ${text}`
    : `  ${head}\n  ${' '.repeat(width)}  ${text}`;
}
