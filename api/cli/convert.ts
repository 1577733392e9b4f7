import { resolve } from 'node:path';
import type { Command } from '#api/cli/define-command.ts';
import { limitsFrom, networkOptions, networkRequest } from '#api/cli/network-options.ts';
import { pathInFolder } from '#api/cli/out-file.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { ApiError } from '#api/errors.ts';
import { runJob } from '#api/host/run-job.ts';
import type { ConvertOutput } from '#api/host/tasks/convert-task.ts';
import { writeWhole } from '#api/services/write-whole.ts';

const { format, map, source, 'skip-bad-rows': skipBadRows, memory, deadline } = networkOptions;

/** `weft convert`: any readable format to any writable one, with what is lost on standard error. */
export const convertCommand: Command = {
  name: 'convert',
  summary: 'files of one format into another, saying what is lost',
  usage: 'IN… OUT [options]',
  options: {
    format,
    to: { type: 'string', value: 'F', describe: "the format to write, where OUT's ending should not decide" },
    map,
    source,
    'skip-bad-rows': skipBadRows,
    memory,
    deadline,
  },
  examples: ['weft convert rio.gexf rio.weft.json', 'weft convert nodes.csv ties.csv network.gexf'],
  run: async ({ positionals, options, terminal }) => {
    const out = positionals.at(-1);
    if (positionals.length < 2 || out === undefined) {
      throw new ApiError('USAGE', 'convert needs what to read and what to write.', 'weft convert IN… OUT');
    }
    await pathInFolder('OUT', out, terminal.directory);
    const request = networkRequest(positionals.slice(0, -1), { ...options, seed: '1', top: '10' }, terminal);
    const { files, losses, notes } = await runJob<ConvertOutput>(
      { task: 'convert', input: { ...request, out, to: options.to } },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    for (const file of files) await writeWhole(resolve(terminal.directory, file.name), file.bytes);
    terminal.err(noteLines(notes));
    for (const loss of losses) terminal.err(`lost: ${loss.what}: ${loss.count}\n`);
  },
};
