import { resolve } from 'node:path';
import type { Command } from '#api/cli/define-command.ts';
import { inputFiles, limitsFrom, networkOptions } from '#api/cli/network-options.ts';
import { noteLines } from '#api/cli/problem-lines.ts';
import { storeOf, storeOption } from '#api/cli/store-option.ts';
import { ApiError } from '#api/errors.ts';
import { runJob } from '#api/host/run-job.ts';
import type { ImportInput } from '#api/host/tasks/import-task.ts';
import type { ImportResult } from '#api/services/import-network.ts';

const { format, map, source, 'skip-bad-rows': skipBadRows, memory, deadline } = networkOptions;

/** `weft import`: files into a network of the store. */
export const importCommand: Command = {
  name: 'import',
  summary: 'take files into a network of the store, all or nothing; a second time updates',
  usage: 'FILE… [--network NAME] [options]',
  options: {
    network: {
      type: 'string',
      value: 'NAME',
      describe: 'the network; made if it is not there (the slug that a file of Weft JSON has)',
    },
    ...storeOption,
    'dry-run': { type: 'boolean', describe: 'say what would change and store nothing' },
    format,
    map,
    source,
    'skip-bad-rows': skipBadRows,
    memory,
    deadline,
  },
  examples: [
    'weft import nodes.csv ties.csv --network harbour-county',
    'weft import grants.csv --map mapping.json --network funders --dry-run',
    'weft import harbour-county.weft.json',
  ],
  run: async ({ positionals, options, terminal }) => {
    if (positionals.length === 0)
      throw new ApiError('USAGE', 'No file is named.', 'weft import FILE… --network NAME');
    const text = (name: string): string | undefined => {
      const value = options[name];
      return typeof value === 'string' ? value : undefined;
    };
    const mapFile = text('map');
    const input: ImportInput = {
      files: inputFiles(positionals, terminal),
      mapFile: mapFile === undefined ? undefined : resolve(terminal.directory, mapFile),
      format: text('format'),
      source: text('source'),
      skipBadRows: options['skip-bad-rows'] === true,
      store: storeOf(options, terminal),
      directory: terminal.directory,
      network: text('network'),
      dryRun: options['dry-run'] === true,
      author: 'import',
    };
    const result = await runJob<ImportResult>(
      { task: 'import', input },
      { limits: limitsFrom(options), signal: terminal.signal, onProgress: terminal.progress },
    );
    terminal.err(noteLines([...result.notes, ...result.omitted]));
    await terminal.out(importSummary(result, input.dryRun));
  },
};

function importSummary(result: ImportResult, dryRun: boolean): string {
  const { network, made, revision, history } = result;
  const head = dryRun
    ? `${network.slug}: a dry run, nothing was stored`
    : revision === null
      ? `${network.slug}: nothing to change`
      : `${network.slug}: ${made ? 'made, ' : ''}now at revision ${revision}`;
  const taken = history > 0 ? [`  ${history} change sets of its history`] : [];
  const lines = Object.entries(result.counts).map(
    ([name, { created, changed, unchanged }]) =>
      `  ${name}: ${created} new, ${changed} changed, ${unchanged} as they were`,
  );
  return `${[head, ...lines, ...taken].join('\n')}\n`;
}
